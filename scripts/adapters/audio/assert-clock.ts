import type { AudioCodec } from 'mediabunny';

/** A stretch of sound: what it holds, and how long it says that it is. */
export interface Stretch {
  codec: AudioCodec;
  /** Of the core, where that has another. */
  sampleRate: number;
  channels: number;
  packets: number;
  bytes: number;
  seconds: number;
}

/** Frames may begin before the stretch and end after it, and players put up with clocks that are a little off. */
const TOLERANCE = { share: 1.1, seconds: 1 };
/** Samples of an AAC frame, of which a packet holds one. */
const AAC_FRAME = 1024;

/**
 * Throws where there is more sound than time for it: servers charge for sound, and a file that lies about its length would have
 * them hear hours in the name of minutes. `mostBytesASecond`: what the codec has at most of two channels.
 */
export function assertClock(stretch: Stretch, mostBytesASecond: number): void {
  const { bytes, seconds } = stretch;
  const heard = Math.max(bytes / (pcmBytesASecond(stretch) ?? mostOf(stretch, mostBytesASecond)), aacSeconds(stretch));
  if (heard > seconds * TOLERANCE.share + TOLERANCE.seconds)
    throw new Error(`it has ${Math.round(heard)} s of sound where it says ${Math.round(seconds)}`);
}

/** "pcm-s16be" has 16 bits a sample. */
function pcmBytesASecond({ codec, sampleRate, channels }: Stretch): number | undefined {
  const bits = /^pcm-[a-z](\d+)/.exec(codec)?.[1];
  return bits === undefined ? undefined : (sampleRate * channels * Number(bits)) / 8;
}

const mostOf = ({ channels }: Stretch, ofTwo: number) => (ofTwo * Math.min(8, Math.max(2, channels))) / 2;

const aacSeconds = ({ codec, packets, sampleRate }: Stretch) =>
  codec === 'aac' ? (packets * AAC_FRAME) / sampleRate : 0;
