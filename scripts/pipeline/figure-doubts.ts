import { DURATIONS } from './figure-units.ts';
import type { LocatedNumber } from './locate-numbers.ts';

/** "GPT-4", "H100", "24/7", "9:30", "2. 5", "point five", "half of one", "number 10". */
const PART_OF_MORE =
  /(?:[\p{L}\p{N}][‐‑-]?|[/:#@^]|\d[.:] *|(?<!\p{L})(?:point|number|half(?: of)?|quarters? of|thirds? of|tenths? of|hundredths? of|fraction of|times|minus)(?: an?)? )$/iu;
const VAGUE =
  /(?<!\p{L})(?:few|several|couple(?: of)?|many|some|tens of|dozens of|hundreds of|thousands of|per|every|each|multi|gajillion)[ -]?$/iu;
const CONTINUED =
  /^(?:[/:]\d|, \d{3}(?!\d)|\.\d|\(|(?:st|nd|rd|th|s|ish)(?!\p{L})| (?:point|half|quarters?|thirds?|fifths?|tenths?)(?!\p{L}))/u;
const MONTH = /(?<!\p{L})(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\p{L}* $/iu;
/** A small number behind a name is of the name: "Llama 3 users", "Fortune 500 companies", "Q4 2 billion". */
const NAMED = /(?<![.!?…:]["”]? |^)(?<!\p{L})(?!I )\p{Lu}[\p{L}\p{N}.&-]* $/u;

/** Whether `number` is no amount: part of a name, a time, a date, a year, a vague size. */
export function isNoAmount(said: string, { value, start, end, coin }: LocatedNumber): boolean {
  if (coin) return false;
  const before = said.slice(0, start);
  const text = said.slice(start, end);
  if (value === 0 || PART_OF_MORE.test(before) || CONTINUED.test(said.slice(end))) return true;
  if (MONTH.test(before) && value <= 31) return true;
  if (NAMED.test(before) && value <= 1000 && /^[\d.]+$/.test(text)) return !/^ ?(?:%|percent)/.test(said.slice(end));
  return VAGUE.test(before) || isYear(text, value) || isSizeAlone(text, before, said.slice(end));
}

/** "2024", "twenty twenty-four"; "2,024" and "two thousand" are none. */
const isYear = (text: string, value: number) =>
  Number.isInteger(value) && value >= 1900 && value <= 2100 && !/[,.]|thousand|k$|hundred/i.test(text);

/** "million dollars"; "a hundred people" is talk, "a million users" may be meant. */
const isSizeAlone = (text: string, before: string, after: string) =>
  (/^(?:an? )?(?:hundred|thousand|dozen)s?$/i.test(text) && !/^ per ?cent/i.test(after)) ||
  (/^(?:thousand|million|billion|trillion|dozen)/i.test(text) && !/[$€£¥]$/.test(before));

/** What `readFigures` has found, before it is believed. */
export interface FoundFigure {
  start: number;
  end: number;
  values: readonly number[];
  unit: string;
}

const IDIOMS = [
  /^(?:an?|one|my|your|two|2) (?:two |2 )?cents?$|^an? (?:million|billion|trillion) bucks$/iu,
  /^(?:\$1|one|an?) (?:dollars?|bucks?)$/iu,
];
const IDIOM_AFTER = /^ (?:question|bill|bills|on the dollar|apiece of|worth of nothing)(?!\p{L})/iu;
const AGREED =
  /^,? (?:agree|sure|right|correct|certain|true|convinced|positive|confident|behind|with you|of the time|yes|no)(?!\p{L})/iu;
const WHOLE_SHARE =
  /^ (?:of(?! (?:the time|my|your|that|it)(?!\p{L}))|tariffs?|owned|increase|growth|annual)(?!\p{L})/iu;
const TO_WHOLE = /(?<!\p{L})(?:by|to|from|over|than|exceed(?:s|ed)?|reach(?:es|ed)?) $/iu;
const WINDOW =
  /(?<!\p{L})(?:last|past|next|previous|first|coming|these|those|same|final|every|another|early|late|other|of|\p{L}+-) $/iu;
const NOT_LONG =
  /^[ -](?:ago|old|later|earlier|from (?:now|today|there)|back|out|before|after|hence|a (?:day|week|year)|per|prior|of age|away)(?!\p{L})/iu;

/** Whether the words are a manner of speaking: "100% agree", "my two cents", "24 hours a day", or name a moment and no length. */
export function isIdiom(said: string, { start, end, values, unit }: FoundFigure): boolean {
  const [before, text, after] = [said.slice(0, start), said.slice(start, end), said.slice(end)];
  if (unit.startsWith('%')) return isSaying(values, before, after);
  if (unit === '×') return /^an? |^one /i.test(text) || values.some((value) => value >= 1e6);
  if (DURATIONS.has(unit.replace(/\/.*/, '')))
    return unit.includes('/') || /^an? /i.test(text) || WINDOW.test(before) || NOT_LONG.test(after);
  return IDIOMS.some((idiom) => idiom.test(text)) || IDIOM_AFTER.test(after);
}

/** "99%" is an estimate, "100%" mostly a yes. */
function isSaying(values: readonly number[], before: string, after: string): boolean {
  if (AGREED.test(after) || values.some((value) => value >= 1e5)) return true;
  const isWhole = values.every((value) => [100, 110, 120, 1000].includes(value));
  return isWhole && !WHOLE_SHARE.test(after) && !TO_WHOLE.test(before);
}
