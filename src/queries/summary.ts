import { chaptersInNotes } from '#domain/chapters-in-notes.ts';
import { sentencesOf } from './sentences.ts';

const MOST_WORDS = 60;
/** Ten times what the daily run records of them; a file that somebody else wrote may have any number. */
const MOST_CHARACTERS = 20_000;
/** Before this many, a sentence is rather cut than left out. */
const FEWEST_WORDS = 30;
/** Lines of fewer words that end in no full stop are names, credits and headings. */
const WORDS_OF_PROSE = 8;
/** What is said of the transcript, mail addresses, pictures, rules, addresses ("Website - https://…"), headings of lists ("Timestamps:") and lines that begin with a time. */
const NO_PROSE =
  /^This is a transcript|timestamps in the transcript|\S@\S+\.\S|^!\[|^[\\\s*_=-]+$|https?:\/\/|www\.|^[^.!?]{0,60}:$|^[^\p{L}\p{N}]{0,8}\d{1,3}:\d\d|^[^\p{L}\p{N}]*$/u;

/** The first sentences of show notes, about sixty words, as plain text; `undefined` where they hold no prose. */
export function summaryOf(notes: string | undefined): string | undefined {
  const prose = withoutList(notes?.slice(0, MOST_CHARACTERS) ?? '')
    .split('\n')
    .map((line) => withoutMarks(line.trim()))
    .filter(isProse);
  const words = firstSentences(sentencesOf(prose.join(' ')).map((sentence) => sentence.trim()));
  return words || undefined;
}

/** Where a list of chapters lost its line breaks, what comes before it. */
function withoutList(notes: string): string {
  if (chaptersInNotes(notes).length === 0) return notes;
  return notes.replace(/(?<=\S)[ \t]+[([]?0{1,2}:(?:00:)?00(?!\d)[^\n]*/g, '');
}

function firstSentences(sentences: readonly string[]): string {
  const chosen: string[] = [];
  for (const sentence of sentences) {
    const words = [...chosen, sentence].join(' ').split(' ');
    if (words.length > MOST_WORDS)
      return wordsIn(chosen) >= FEWEST_WORDS ? chosen.join(' ') : `${words.slice(0, MOST_WORDS).join(' ')}…`;
    chosen.push(sentence);
  }
  return chosen.join(' ');
}

const isProse = (line: string) =>
  !NO_PROSE.test(line) && (/[.!?…]["”’)]*$/.test(line) || wordsIn([line]) >= WORDS_OF_PROSE);

const wordsIn = (sentences: readonly string[]) => sentences.join(' ').split(' ').length;

/** Marks of Markdown, which some hosts leave in, and hashtags. */
const withoutMarks = (line: string) =>
  line
    .replace(/\[([^\][]*)\]\([^)\s]*\)/g, '$1')
    .replace(/^(?:#{1,6}|[-*•])\s+|\*\*|__/g, '')
    .replace(/(?:^|\s)#\p{L}[\p{L}\p{N}_]*/gu, '')
    .trim();
