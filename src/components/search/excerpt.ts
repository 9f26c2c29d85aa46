import { fromIndexText, WORD_SYMBOLS } from '../../searchable-text.ts';

/** Words from one place up to another. */
export interface Zone {
  from: number;
  to: number;
}
export interface Part {
  text: string;
  marked: boolean;
}

/** So many words, from so many before the first that was searched for. */
const LENGTH = 45;
const LEAD = 8;

/** The stretch of `words` within `zone` that holds most of those at `locations`. */
export function excerptOf(words: readonly string[], locations: readonly number[], { from: first, to }: Zone): Part[] {
  const hits = locations.filter((at) => at >= first && at < to);
  const inReach = (from: number) => hits.filter((at) => at >= from && at < from + LENGTH - LEAD).length;
  const best = hits.reduce((a, b) => (inReach(b) > inReach(a) ? b : a), hits[0] ?? first);
  const lead = Math.min(best - LEAD, to - LENGTH);
  const start = best < first + LENGTH - LEAD ? first : Math.max(first, lead);
  const end = Math.min(start + LENGTH, to);
  const parts = markWords(
    words.slice(start, end),
    hits.map((at) => at - start),
  );
  if (start > first) parts.unshift({ text: '… ', marked: false });
  if (end < to) parts.push({ text: ' …', marked: false });
  return parts;
}

/** The text of `words`, those at `locations` marked without the signs at their ends. */
export function markWords(words: readonly string[], locations: readonly number[]): Part[] {
  const marks = new Set(locations);
  const parts: Part[] = [];
  const add = (text: string, marked: boolean) => {
    const last = parts.at(-1);
    if (last?.marked === marked) last.text += text;
    else if (text) parts.push({ text, marked });
  };
  words.forEach((word, at) => {
    const [, before = '', core = '', after = ''] = WORD.exec(word) ?? [];
    const gap = at < words.length - 1 ? ' ' : '';
    add(before, false);
    add(core, marks.has(at));
    add(fromIndexText(after + gap), false);
  });
  return parts.map(({ text, marked }) => ({ text: fromIndexText(text), marked }));
}

const WORD = new RegExp(`^([^\\p{L}\\p{N}${WORD_SYMBOLS}]*)(.*?)([^\\p{L}\\p{N}${WORD_SYMBOLS}]*)$`, 'su');
