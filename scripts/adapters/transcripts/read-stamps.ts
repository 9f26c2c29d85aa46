import type { Cue } from '#domain/transcript.ts';
import { readClock } from './read-clock.ts';
import { NAME } from './speaker-names.ts';

const STAMP = String.raw`(\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?)`;
const RANGE = String.raw`${STAMP}(?:\s*(?:-->|[-–—])\s*${STAMP})?`;
// White space is matched in one place only, between two of its signs in none: else a line of it takes the square of its length.
/** "Ann Lee (00:12): …" and, as a line of its own, "Ann Lee 00:12:03". */
const NAMED = new RegExp(
  String.raw`^\s*(${NAME}):?\s*(?:[[(]${STAMP}[\])]\s*(?:[:–—-]\s*)?([^]*)|(?:[,|–—-]\s*)?${STAMP}\s*(?::\s*)?)$`,
  'u',
);
const BARE = new RegExp(String.raw`^\s*${RANGE}(?:\s*[-–—|:]\s*|\s+|$)([^]*)$`);
const BRACKETED = new RegExp(String.raw`[[(]\s*${RANGE}\s*[\])](?:\s*[:–—-]\s)?`);

interface Piece {
  text: string;
  mark?: Pick<Cue, 'startMs' | 'endMs' | 'speaker'>;
}

/** Cuts cues of several lines where the text itself says the time, or who speaks at what time. */
export function readStamps(cues: Cue[]): Cue[] {
  const bare = hasBareStamps(cues);
  const read: Cue[] = [];
  let pending: Piece['mark'] = {};
  for (const { text, ...first } of cues) {
    let own: Partial<Cue> = first;
    let open: Cue | undefined;
    for (const piece of text.split('\n').flatMap((line) => piecesOf(line, bare))) {
      if (piece.mark) {
        pending = { speaker: pending.speaker, ...piece.mark };
        open = undefined;
      }
      if (!piece.text.trim()) continue;
      if (open) open.text += `\n${piece.text}`;
      else {
        open = { ...own, ...defined(pending), text: piece.text };
        read.push(open);
        own = { speaker: own.speaker };
        pending = { speaker: pending.speaker };
      }
    }
  }
  return read;
}

const defined = (mark: NonNullable<Piece['mark']>) =>
  Object.fromEntries(Object.entries(mark).filter(([, value]) => value !== undefined));

// "10:30 in the morning" may begin a wrapped line; stamps come in numbers, and rise.
function hasBareStamps(cues: Cue[]): boolean {
  const stamps = cues
    .flatMap(({ text }) => text.split('\n'))
    .flatMap((line) => readClock(BARE.exec(line)?.[1] ?? '') ?? []);
  const rises = stamps.filter((stamp, index) => index > 0 && stamp >= stamps[index - 1]!);
  return rises.length > 0 && rises.length >= (stamps.length - 1) * 0.9;
}

function piecesOf(line: string, bare: boolean): Piece[] {
  const named = NAMED.exec(line);
  if (named) return marked({ speaker: named[1], startMs: readClock(named[2] ?? named[4] ?? '') }, named[3] ?? '');
  const stamped = bare ? BARE.exec(line) : null;
  return stamped ? marked(markOf(stamped[1], stamped[2]), stamped[3]!) : atBrackets(line);
}

function marked(mark: Piece['mark'], rest: string): Piece[] {
  const [first, ...others] = atBrackets(rest);
  return [{ text: first!.text, mark }, ...others];
}

// Splitting keeps the groups of the pattern: text, start, end, text, …
function atBrackets(text: string): Piece[] {
  const parts = text.split(BRACKETED);
  return Array.from({ length: (parts.length + 2) / 3 }, (_, index) => ({
    text: parts[index * 3]!,
    ...(index > 0 && { mark: markOf(parts[index * 3 - 2], parts[index * 3 - 1]) }),
  }));
}

const markOf = (start = '', end = '') => ({ startMs: readClock(start), endMs: readClock(end) });
