import type { TranscriptIndex } from '#domain/locate-quote.ts';
import { turnsOf, type Turn } from '#domain/transcript.ts';
import { withoutSoundMarks, wordsOf } from '#domain/words.ts';
import { splitSentences } from './english.ts';

/** A sentence of talk, inside one turn. */
export interface Sentence {
  text: string;
  words: string[];
  /** Word span in the transcript, end exclusive. */
  from: number;
  to: number;
  /** Number of its turn, and who speaks, where known. */
  turn: number;
  speaker?: string | undefined;
}

/** Talk without full stops (raw captions) comes as one endless sentence: from this length on it is cut where the cues are. */
const ENDLESS_WORDS = 60;
const PIECE_WORDS = 18;

/** Cuts a transcript into sentences, turn by turn. */
export function readSentences(index: TranscriptIndex): Sentence[] {
  return turnsOf(index.transcript).flatMap((turn, number) => sentencesOfTurn(turn, number, index));
}

function sentencesOfTurn(turn: Turn, number: number, index: TranscriptIndex): Sentence[] {
  const cues = index.transcript.cues.slice(turn.from, turn.to).map(({ text }) => oneEllipsis(withoutSoundMarks(text)));
  const talk = cues.join(' ');
  let from = index.firstWordOf[turn.from] ?? 0;
  const sentences: Sentence[] = [];
  for (const text of cutEndless(joinNumbers(splitSentences(talk), talk), cues)) {
    const words = wordsOf(text);
    if (words.length === 0) continue;
    sentences.push({ text, words, from, to: from + words.length, turn: number, speaker: turn.speaker });
    from += words.length;
  }
  return sentences;
}

/** The splitter cuts an unknown word before three dots otherwise the first time than the second: one sign leaves no doubt. */
const oneEllipsis = (text: string) => text.replace(/\.{2,}/g, '…');

/** "GPT-4.0 mini", or as machines write it "GPT-4. 0 mini": a sentence that ends in a digit goes on with the next one's. */
function joinNumbers(sentences: readonly string[], talk: string): string[] {
  const joined: string[] = [];
  for (const sentence of sentences) {
    const last = joined.at(-1);
    if (last !== undefined && /\d\.$/.test(last) && /^\d/.test(sentence))
      joined[joined.length - 1] = talk.includes(`${last}${sentence}`) ? `${last}${sentence}` : `${last} ${sentence}`;
    else joined.push(sentence);
  }
  return joined;
}

/** In a turn with a sentence that no person would say in one breath, the long ones are cut where the cues are; the others stay. */
function cutEndless(sentences: readonly string[], cues: readonly string[]): string[] {
  if (sentences.every((sentence) => countWords(sentence) <= ENDLESS_WORDS * 3)) return [...sentences];
  const borders = new Set<number>();
  let said = 0;
  for (const cue of cues) borders.add((said += lettersOf(cue).length));
  let from = 0;
  return sentences.flatMap((sentence) => {
    const pieces = countWords(sentence) > ENDLESS_WORDS ? cutAtCues(sentence, from, borders) : [sentence];
    from += lettersOf(sentence).length;
    return pieces;
  });
}

/** `from` and `borders` count the letters of the turn without its spaces, which the splitter does not keep. */
function cutAtCues(sentence: string, from: number, borders: ReadonlySet<number>): string[] {
  const pieces: string[] = [];
  let [piece, at]: [string[], number] = [[], from];
  for (const word of sentence.split(/\s+/)) {
    piece.push(word);
    at += word.length;
    if (!borders.has(at) || piece.length < PIECE_WORDS) continue;
    pieces.push(piece.join(' '));
    piece = [];
  }
  return piece.length > 0 ? [...pieces, piece.join(' ')] : pieces;
}

const lettersOf = (text: string) => text.replace(/\s+/g, '');
const countWords = (text: string) => text.split(/\s+/).length;
