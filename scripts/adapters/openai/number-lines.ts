import type { TranscriptIndex } from '#domain/locate-quote.ts';
import { turnsOf, type Turn } from '#domain/transcript.ts';
import { endsSentence } from '../transcripts/sentences.ts';

/** A line of talk as the model sees it: a sentence, or a piece of an endless one, inside one turn. */
export interface Line {
  /** From 1, through the whole episode. */
  number: number;
  /** Index of its turn, and who speaks, where known. */
  turn: number;
  speaker?: string | undefined;
  text: string;
  /** Word span in the transcript, end exclusive. */
  from: number;
  to: number;
}

/** Talk without full stops (raw captions, Thai) is cut where a cue begins, from so many words on, and in the end anywhere. */
const ENDLESS = { atCue: 20, anywhere: 60 };
/** It cuts at the full stops of any script; the language only tells it about abbreviations, which `endsSentence` knows. */
const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Cuts a transcript into numbered lines that begin and end at the borders of sentences, as far as it has such. */
export function numberLines(index: TranscriptIndex): Line[] {
  return turnsOf(index.transcript)
    .flatMap((turn, number) => linesOfTurn(index, turn, number))
    .map((line, before) => ({ ...line, number: before + 1 }));
}

type Unnumbered = Omit<Line, 'number'>;

function linesOfTurn(index: TranscriptIndex, turn: Turn, number: number): Unnumbered[] {
  const { text, positionOf } = joinCues(index, turn);
  const [first, end] = [index.firstWordOf[turn.from] ?? 0, index.firstWordOf[turn.to] ?? 0];
  const borders = sentenceBorders(text);
  const starts: number[] = [];
  for (let word = first, border = 0; word < end; word++) {
    const isSentence = (borders[border] ?? Infinity) <= positionOf(word);
    while ((borders[border] ?? Infinity) <= positionOf(word)) border++;
    if (word === first || isSentence || isTooLong(index, word, starts.at(-1) ?? 0)) starts.push(word);
  }
  return starts.map((from, at) => {
    const to = starts[at + 1] ?? end;
    const line = text.slice(positionOf(from), to < end ? positionOf(to) : undefined);
    return { turn: number, speaker: turn.speaker, from, to, text: line.replace(/\s+/g, ' ').trim() };
  });
}

function joinCues({ transcript, cueOf, startOf }: TranscriptIndex, { from, to }: Turn) {
  let length = 0;
  const texts = transcript.cues.slice(from, to).map(({ text }) => text);
  const offsets = texts.map((text) => (length += text.length + 1) - text.length - 1);
  return {
    text: texts.join(' '),
    positionOf: (word: number) => (offsets[(cueOf[word] ?? from) - from] ?? 0) + (startOf[word] ?? 0),
  };
}

/** Where sentences begin, but for the first, as places in the text. */
function sentenceBorders(text: string): number[] {
  return Array.from(SEGMENTER.segment(text), ({ index, segment }) => ({ end: index + segment.length, segment }))
    .filter(({ segment }) => endsSentence(segment))
    .map(({ end }) => end);
}

function isTooLong({ cueOf }: TranscriptIndex, word: number, from: number): boolean {
  const beginsCue = cueOf[word] !== cueOf[word - 1];
  return word - from >= (beginsCue ? ENDLESS.atCue : ENDLESS.anywhere);
}
