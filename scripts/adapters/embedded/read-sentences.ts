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
  const cues = index.transcript.cues.slice(turn.from, turn.to).map(({ text }) => withoutSoundMarks(text));
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

function cutEndless(sentences: readonly string[], cues: readonly string[]): string[] {
  const longest = Math.max(0, ...sentences.map((sentence) => sentence.split(' ').length));
  return longest <= ENDLESS_WORDS * 3 ? [...sentences] : joinCues(cues);
}

function joinCues(cues: readonly string[]): string[] {
  const pieces: string[] = [];
  for (const cue of cues) {
    const last = pieces.at(-1);
    if (last !== undefined && last.split(' ').length < PIECE_WORDS) pieces[pieces.length - 1] = `${last} ${cue}`.trim();
    else pieces.push(cue);
  }
  return pieces;
}
