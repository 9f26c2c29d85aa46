import { FlacOutputFormat, Mp3OutputFormat, Mp4OutputFormat, OggOutputFormat, WavOutputFormat } from 'mediabunny';
import type { AudioCodec, OutputFormat } from 'mediabunny';

/** What the sound of a codec is put into. */
export interface AudioForm {
  format: () => OutputFormat;
  mediaType: string;
  /** Of a file: by it servers tell what they get. */
  ending: string;
}

/** The form that servers of speech recognition take (those that OpenAI lists), with no change to the sound; `undefined` where there is none. */
export const formOf = (codec: AudioCodec): AudioForm | undefined =>
  FORMS[codec] ?? (codec.startsWith('pcm-') ? WAV : undefined);

const FORMS: Partial<Record<AudioCodec, AudioForm>> = {
  mp3: { format: () => new Mp3OutputFormat(), mediaType: 'audio/mpeg', ending: 'mp3' },
  aac: { format: () => new Mp4OutputFormat(), mediaType: 'audio/mp4', ending: 'm4a' },
  opus: { format: () => new OggOutputFormat(), mediaType: 'audio/ogg', ending: 'ogg' },
  vorbis: { format: () => new OggOutputFormat(), mediaType: 'audio/ogg', ending: 'ogg' },
  flac: { format: () => new FlacOutputFormat(), mediaType: 'audio/flac', ending: 'flac' },
};
const WAV: AudioForm = { format: () => new WavOutputFormat(), mediaType: 'audio/wav', ending: 'wav' };
