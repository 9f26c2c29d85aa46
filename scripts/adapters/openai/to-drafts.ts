import type { ThemeId } from '#domain/ids.ts';
import { indexTranscript } from '#domain/locate-quote.ts';
import type { Draft, Reading, Rejected } from '../../ports.ts';
import { createNameCorrector } from '../embedded/correct-names.ts';
import { looksEnglish } from '../embedded/looks-english.ts';
import type { Item } from './answer-shapes.ts';
import { numberLines, type Line } from './number-lines.ts';

/** An episode as the model is shown it, and what its answers are held against. */
export interface Talk {
  lines: readonly Line[];
  isEnglish: boolean;
  themes: readonly ThemeId[];
  /** Writes mis-heard names right. */
  correctNames: (text: string) => string;
}

export function prepareTalk({
  transcript,
  themes,
  glossary,
}: Pick<Reading, 'transcript' | 'themes' | 'glossary'>): Talk {
  const index = indexTranscript(transcript);
  return {
    lines: numberLines(index),
    isEnglish: looksEnglish(index.words),
    themes: themes.map(({ id }) => id),
    correctNames: createNameCorrector(glossary),
  };
}

/** An insight of the model as a draft, its line numbers turned into the transcript's own words; or what is wrong with it. */
export function toDraft(item: Item, talk: Talk): Draft | Rejected {
  const lines = chooseLines(item, talk.lines);
  const draft: Draft = {
    title: talk.correctNames(oneLine(item.title)),
    claim: talk.correctNames(oneLine(item.claim)),
    quote: lines.map(({ text }) => text).join(' '),
    nearWord: lines[0]?.from,
    translation: talk.isEnglish ? undefined : present(item.translation),
    speaker: present(item.speaker),
    themes: talk.themes.filter((id) => item.themes.includes(id)),
    importance: item.importance,
    reason: present(item.reason),
  };
  const reason = faultOf(draft, talk);
  return reason ? { draft, reason } : draft;
}

function faultOf({ nearWord, importance, translation }: Draft, { isEnglish }: Talk): string | undefined {
  if (nearWord === undefined) return 'lines that the transcript does not have';
  // Not brought within bounds: who asks for a rank of 100 must not get the highest.
  if (importance < 0 || importance > 1) return 'importance that is not from 0 to 1';
  return isEnglish || translation !== undefined ? undefined : 'translation missing';
}

/** The lines that an item cites, in whichever order; where they go over several turns, the longest piece of one. */
function chooseLines({ from, to }: Item, lines: readonly Line[]): Line[] {
  const [first, last] = [Math.min(from, to), Math.max(from, to)];
  if (first < 1 || last > lines.length) return [];
  const turns = Map.groupBy(lines.slice(first - 1, last), ({ turn }) => turn);
  return [...turns.values()].toSorted((a, b) => wordsIn(b) - wordsIn(a))[0] ?? [];
}

const wordsIn = (lines: readonly Line[]) => (lines.at(-1)?.to ?? 0) - (lines[0]?.from ?? 0);

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
const present = (text: string | null) => (text && oneLine(text)) || undefined;
