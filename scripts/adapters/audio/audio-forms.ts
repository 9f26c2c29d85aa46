import { FlacOutputFormat, Mp3OutputFormat, Mp4OutputFormat, OggOutputFormat, WavOutputFormat } from 'mediabunny';
import { ADTS, FLAC, MP3, MP4, OGG, WAVE, type AudioCodec, type InputFormat, type OutputFormat } from 'mediabunny';

/** What the sound of a codec comes in, and what it is put into. */
export interface AudioForm {
  /** Of files that are read: those in which the sound itself tells how long it is, or nearly so. */
  from: readonly InputFormat[];
  into: () => OutputFormat;
  mediaType: string;
  /** Of a file: by it servers tell what they get. */
  ending: string;
  /** The most that the codec has of two channels; PCM says itself how much it has. */
  mostBytesASecond: number;
}

/** No playlists, which would have us ask whom they like. */
export const INPUT_FORMATS: readonly InputFormat[] = [MP3, MP4, ADTS, OGG, WAVE, FLAC];

/** The form that servers of speech recognition take (those that OpenAI lists), with no change to the sound; `undefined` where there is none. */
export const formOf = (codec: AudioCodec): AudioForm | undefined =>
  FORMS[codec] ?? (codec.startsWith('pcm-') ? WAV : undefined);

const ogg: Omit<AudioForm, 'mostBytesASecond'> = {
  from: [OGG],
  into: () => new OggOutputFormat(),
  mediaType: 'audio/ogg',
  ending: 'ogg',
};
// By the highest bit rates: MP3 320 kbit/s, AAC 576, Opus and Vorbis 510, FLAC 24 bits at 192 kHz.
const FORMS: Partial<Record<AudioCodec, AudioForm>> = {
  mp3: {
    from: [MP3],
    into: () => new Mp3OutputFormat(),
    mediaType: 'audio/mpeg',
    ending: 'mp3',
    mostBytesASecond: 40_000,
  },
  aac: {
    from: [MP4, ADTS],
    into: () => new Mp4OutputFormat(),
    mediaType: 'audio/mp4',
    ending: 'm4a',
    mostBytesASecond: 72_000,
  },
  opus: { ...ogg, mostBytesASecond: 64_000 },
  vorbis: { ...ogg, mostBytesASecond: 64_000 },
  flac: {
    from: [FLAC],
    into: () => new FlacOutputFormat(),
    mediaType: 'audio/flac',
    ending: 'flac',
    mostBytesASecond: 1_152_000,
  },
};
const WAV: AudioForm = {
  from: [WAVE],
  into: () => new WavOutputFormat(),
  mediaType: 'audio/wav',
  ending: 'wav',
  mostBytesASecond: Infinity,
};
