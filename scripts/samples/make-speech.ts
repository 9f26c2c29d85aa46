// Makes the audio and the captions of a sample episode out of its spoken lines. Run by hand, once:
//
//   node scripts/samples/make-speech.ts scripts/samples/price-floor/who-pays-for-the-price-war.speech.txt
//
// Needs espeak-ng and ffmpeg on the PATH; nothing else in the project does. A script reads
//
//   # voice Nora Ashby = en-gb-x-rp+f3, speed 168, pitch 52
//   Nora Ashby: The first cue of a turn names the speaker,
//   the cues after it do not. {0.27|twenty-seven cents} is written the first way and said the second.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

type Voice = { name: string; speed: string; pitch: string };
type Line = { speaker: string; text: string; startsTurn: boolean };
type Cue = { speaker: string; text: string; startMs: number; endMs: number };

// What espeak-ng writes: mono, 16 bits a sample, behind a WAV header of 44 bytes.
const SAMPLE_RATE = 22_050;
const BYTES_PER_SECOND = SAMPLE_RATE * 2;
const WAV_HEADER_BYTES = 44;
const PAUSE_IN_TURN_MS = 60;
const PAUSE_BETWEEN_TURNS_MS = 280;

/** Writes `<name>.mp3` and `<name>.vtt` beside `<name>.speech.txt`; each cue lasts as long as its speech does. */
export function makeSpeech(scriptPath: string): void {
  const { voices, lines } = readScript(readFileSync(scriptPath, 'utf8'));
  const sound: Buffer[] = [];
  const cues: Cue[] = [];
  let bytes = 0;
  const append = (samples: Buffer): number => {
    sound.push(samples);
    bytes += samples.length;
    return Math.round((bytes / BYTES_PER_SECOND) * 1000);
  };
  for (const { speaker, text, startsTurn } of lines) {
    const pauseMs = cues.length === 0 ? 0 : startsTurn ? PAUSE_BETWEEN_TURNS_MS : PAUSE_IN_TURN_MS;
    const startMs = append(silence(pauseMs));
    const endMs = append(speak(said(text), voiceOf(voices, speaker)));
    cues.push({ speaker, text: written(text), startMs, endMs });
  }
  const output = scriptPath.replace(/\.speech\.txt$/, '');
  writeFileSync(`${output}.vtt`, toVtt(cues));
  encodeMp3(Buffer.concat(sound), `${output}.mp3`);
}

function readScript(source: string): { voices: Map<string, Voice>; lines: Line[] } {
  const voices = new Map<string, Voice>();
  const lines: Line[] = [];
  for (const line of source.split('\n').filter((text) => text.trim() !== '')) {
    const voice = /^# voice (.+) = (\S+), speed (\d+), pitch (\d+)$/.exec(line);
    if (voice) voices.set(voice[1]!, { name: voice[2]!, speed: voice[3]!, pitch: voice[4]! });
    if (line.startsWith('#')) continue;
    const speaker = [...voices.keys()].find((name) => line.startsWith(`${name}: `));
    const current = speaker ?? lines.at(-1)?.speaker;
    if (!current) throw new Error(`The first line names no speaker that has a voice: "${line}"`);
    const text = speaker ? line.slice(speaker.length + 2) : line;
    lines.push({ speaker: current, text, startsTurn: speaker !== undefined });
  }
  return { voices, lines };
}

function voiceOf(voices: Map<string, Voice>, speaker: string): Voice {
  const voice = voices.get(speaker);
  if (!voice) throw new Error(`No "# voice ${speaker} = …" line in the script.`);
  return voice;
}

const written = (text: string): string => text.replace(/\{([^|}]*)\|[^}]*\}/g, '$1');
const said = (text: string): string => text.replace(/\{[^|}]*\|([^}]*)\}/g, '$1');

function speak(text: string, { name, speed, pitch }: Voice): Buffer {
  const options = ['-v', name, '-s', speed, '-p', pitch, '--stdout', text];
  return execFileSync('espeak-ng', options, { maxBuffer: 100_000_000 }).subarray(WAV_HEADER_BYTES);
}

function silence(ms: number): Buffer {
  return Buffer.alloc(Math.round((ms * SAMPLE_RATE) / 1000) * 2);
}

function toVtt(cues: Cue[]): string {
  const blocks = cues.map(
    ({ speaker, text, startMs, endMs }) => `${stamp(startMs)} --> ${stamp(endMs)}\n<v ${speaker}>${escape(text)}`,
  );
  return ['WEBVTT', ...blocks].join('\n\n') + '\n';
}

function stamp(ms: number): string {
  return new Date(ms).toISOString().slice(11, 23);
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function encodeMp3(samples: Buffer, path: string): void {
  const input = ['-f', 's16le', '-ar', String(SAMPLE_RATE), '-ac', '1', '-i', 'pipe:0'];
  const output = ['-ar', '16000', '-b:a', '16k', '-map_metadata', '-1', '-y', path];
  execFileSync('ffmpeg', ['-loglevel', 'error', ...input, ...output], { input: samples });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const scriptPath = process.argv[2];
  if (!scriptPath?.endsWith('.speech.txt')) {
    console.error('Usage: node scripts/samples/make-speech.ts <episode>.speech.txt');
    process.exit(2);
  }
  makeSpeech(scriptPath);
}
