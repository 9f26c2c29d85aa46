import { ADTS, FLAC, MP3, MP4, OGG, WAVE } from 'mediabunny';
import { BufferSource, BufferTarget, EncodedAudioPacketSource, EncodedPacketSink, Input, Output } from 'mediabunny';
import type { AudioCodec, EncodedPacket, InputAudioTrack } from 'mediabunny';
import { ItemError, messageOf } from '../../errors.ts';
import { formOf, type AudioForm } from './audio-forms.ts';

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

/** No playlists, which would have us ask whom they like. */
const FORMATS = [MP3, MP4, ADTS, OGG, WAVE, FLAC];

/** Finds the sound in a file of any of the usual forms. Throws an `ItemError`, without the address, where there is none. */
export function openAudio(bytes: Uint8Array): Promise<Audio> {
  return orItemError(async () => {
    const input = new Input({ source: new BufferSource(bytes), formats: FORMATS });
    const track = await input.getPrimaryAudioTrack();
    const codec = await track?.getCodec();
    const form = codec && formOf(codec);
    if (!track || !form) throw new Error(codec ? `its codec is ${codec}` : 'there is no sound in it');
    const durationMs = Math.round((await track.computeDuration()) * 1000);
    return {
      durationMs,
      cut: (fromMs, most) => orItemError(() => cutPart({ track, codec, form, durationMs }, fromMs, most)),
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

async function cutPart(sound: Sound, fromMs: number, most: PartBounds): Promise<AudioPart | undefined> {
  const { track, codec, form, durationMs } = sound;
  const sink = new EncodedPacketSink(track);
  const first = (await sink.getPacket(fromMs / 1000)) ?? (await sink.getFirstPacket());
  const decoderConfig = await track.getDecoderConfig();
  if (!first || !decoderConfig || fromMs >= durationMs) return undefined;
  const target = new BufferTarget();
  const output = new Output({ format: form.format(), target });
  const source = new EncodedAudioPacketSource(codec);
  output.addAudioTrack(source);
  await output.start();
  let [endS, bytes] = [first.timestamp, 0];
  for await (const packet of sink.packets(first)) {
    bytes += packet.byteLength;
    const isOver = (endOf(packet) - first.timestamp) * 1000 > most.ms || bytes > most.bytes;
    if (isOver && endS > first.timestamp) break;
    await source.add(packet.clone({ timestamp: packet.timestamp - first.timestamp }), { decoderConfig });
    endS = endOf(packet);
  }
  await output.finalize();
  const { mediaType, ending } = form;
  const [startMs, endMs] = [first.timestamp, endS].map((seconds) => Math.round(seconds * 1000)) as [number, number];
  // Of a damaged file the end may lie before what its length says.
  if (endMs <= fromMs) return undefined;
  return { bytes: new Uint8Array(target.buffer ?? new ArrayBuffer()), mediaType, ending, startMs, endMs };
}

const endOf = ({ timestamp, duration }: EncodedPacket) => timestamp + duration;
