import { BufferSource, BufferTarget, EncodedAudioPacketSource, EncodedPacketSink, Input, Output } from 'mediabunny';
import type { AudioCodec, EncodedPacket, InputAudioTrack } from 'mediabunny';
import { ItemError, messageOf } from '../../errors.ts';
import { aacRate } from './aac-rate.ts';
import { assertClock } from './assert-clock.ts';
import { formOf, INPUT_FORMATS, type AudioForm } from './audio-forms.ts';

/** A piece of an episode's sound, as a file of its own. */
export interface AudioPart {
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: string;
  /** Of its file. */
  ending: string;
  /** In the episode. */
  startMs: number;
  endMs: number;
}
/** The most that a part holds; it always holds something. */
export interface PartBounds {
  ms: number;
  bytes: number;
}
export interface Audio {
  durationMs: number;
  /** The part that begins at `fromMs`; `undefined` where the sound is over. It is copied, never decoded. Throws an `ItemError` where it cannot be. */
  cut(fromMs: number, most: PartBounds): Promise<AudioPart | undefined>;
}
interface Sound {
  track: InputAudioTrack;
  codec: AudioCodec;
  form: AudioForm;
  durationMs: number;
}

/** Finds the sound in a file of any of the usual forms. Throws an `ItemError`, without the address, where there is none. */
export function openAudio(bytes: Uint8Array): Promise<Audio> {
  return orItemError(async () => {
    const sound = await findSound(bytes);
    // Parts overlap a little; where they come to far more than the file, it names the same sound over and over.
    let room = 4 * bytes.length + 100_000;
    return {
      durationMs: sound.durationMs,
      cut: (fromMs, most) =>
        orItemError(async () => {
          const part = await cutPart(sound, fromMs, most);
          room -= part?.bytes.length ?? 0;
          if (room < 0) throw new Error('there is more in it than its size');
          return part;
        }),
    };
  });
}

async function orItemError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new ItemError(`it cannot be read as MP3, M4A, AAC, Ogg, FLAC or WAV (${messageOf(error)})`, { cause: error });
  }
}

async function findSound(bytes: Uint8Array): Promise<Sound> {
  const input = new Input({ source: new BufferSource(bytes), formats: [...INPUT_FORMATS] });
  const track = await input.getPrimaryAudioTrack();
  const codec = await track?.getCodec();
  if (!track || !codec) throw new Error('there is no sound in it');
  const form = formOf(codec);
  const format = await input.getFormat();
  if (!form?.from.includes(format)) throw new Error(`its sound is ${codec} in ${format.name}`);
  return { track, codec, form, durationMs: Math.round((await track.computeDuration()) * 1000) };
}

async function cutPart(sound: Sound, fromMs: number, most: PartBounds): Promise<AudioPart | undefined> {
  const { track, codec, form, durationMs } = sound;
  const sink = new EncodedPacketSink(track);
  const first = (await sink.getPacket(fromMs / 1000)) ?? (await sink.getFirstPacket());
  const decoderConfig = await track.getDecoderConfig();
  if (!first || !decoderConfig || fromMs >= durationMs) return undefined;
  const target = new BufferTarget();
  const output = new Output({ format: form.into(), target });
  const source = new EncodedAudioPacketSource(codec);
  output.addAudioTrack(source);
  await output.start();
  let [endS, packets, bytes] = [first.timestamp, 0, 0];
  for await (const packet of sink.packets(first)) {
    const isOver = (endOf(packet) - first.timestamp) * 1000 > most.ms || bytes + packet.byteLength > most.bytes;
    if (isOver && endS > first.timestamp) break;
    await source.add(packet.clone({ timestamp: packet.timestamp - first.timestamp }), { decoderConfig });
    [endS, packets, bytes] = [endOf(packet), packets + 1, bytes + packet.byteLength];
  }
  await output.finalize();
  const { numberOfChannels: channels } = decoderConfig;
  const sampleRate = codec === 'aac' ? aacRate(decoderConfig) : decoderConfig.sampleRate;
  const seconds = endS - first.timestamp;
  assertClock({ codec, sampleRate, channels, packets, bytes, seconds }, form.mostBytesASecond);
  const [startMs, endMs] = [first.timestamp, endS].map((moment) => Math.round(moment * 1000)) as [number, number];
  // Of a damaged file the end may lie before what its length says.
  if (endMs <= fromMs) return undefined;
  const { mediaType, ending } = form;
  return { bytes: new Uint8Array(target.buffer ?? new ArrayBuffer()), mediaType, ending, startMs, endMs };
}

const endOf = ({ timestamp, duration }: EncodedPacket) => timestamp + duration;
