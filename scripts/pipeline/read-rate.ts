import { PER } from './figure-units.ts';

/** What an amount is per: "Mtok", "hour", "user/month"; "" where it is per nothing. */
export interface Rate {
  unit: string;
  factor: number;
  end: number;
}

const KIND = '(?:(?:un-?cached|cached|input|output|prompt|completion|reasoning|blended)[ -]){0,2}';
const ONE = '(?:(?:an?|one|1)[ -])?';
const TOKENS = `(?:1?(?<million>million|mil|m)[ -]?|1?(?<thousand>thousand|k|000|,000)[ -]?|1?(?<billion>billion|b)[ -]?)?${KIND}(?:tokens?|tok)(?: (?:input|output)s?)?`;
const PER_TOKENS = new RegExp(`^(?: ?/ ?|,? (?:per|for(?: every)?|every|each|an?) )${ONE}${TOKENS}(?!\\p{L})`, 'iu');
/** Said of tokens only: "10 cents per M", "$3 per million". */
const PER_M = /^(?: ?\/ ?| per )1?M(?![\p{L}\p{N}])/u;
const PER_MILLION =
  /^ (?:per|a) million(?: (?:input|output)s?)?(?= ?[.,;:!?]| (?:input|output|in|out|for|on|and|versus|or|is|was)(?!\p{L})|$)/iu;
const TOKENS_FIRST = /(?<!\p{L})tokens?(?!\p{L})/iu;
const PER_OTHER = new RegExp(
  `^(?: ?/ ?|[ -](?:per|an?|each|every)[ -])(?:${PER.map(({ said }, index) => `(?<per${index}>${said})`).join('|')})(?!\\p{L})`,
  'iu',
);
/** "$5 million a year ago" is no rate. */
const AGO = /^ (?:ago|later|earlier|before|after|from now|and a half|or (?:two|so))(?!\p{L})/iu;
const UNKNOWN =
  /^(?: ?\/ ?[\p{L}\p{N}]|[ -]per[ -](?!se )|[ -]an?[ -](?!couple|few|lot|bit|little|while|decade ago)\p{L}|,? (?:input|output)(?!\p{L}))/iu;

/** Reads what the amount before `end` is per; `undefined` where that is something we have no unit for. */
export function readRate(said: string, end: number, { isPrice = false } = {}): Rate | undefined {
  const rest = said.slice(end);
  const tokens = isPrice ? readTokens(said, end) : undefined;
  if (tokens) return tokens;
  const other = PER_OTHER.exec(rest);
  const row = other && PER[Object.values(other.groups ?? {}).findIndex((group) => group !== undefined)];
  if (!other || !row) return UNKNOWN.test(rest) && (isPrice || !/^[ -]an? /i.test(rest)) ? undefined : none(end);
  if (AGO.test(rest.slice(other[0].length))) return none(end);
  const more = readRate(said, end + other[0].length);
  return (
    more && { unit: [row.unit, more.unit].filter(Boolean).join('/'), factor: row.factor * more.factor, end: more.end }
  );
}

const none = (end: number): Rate => ({ unit: '', factor: 1, end });

function readTokens(said: string, end: number): Rate | undefined {
  const rest = said.slice(end);
  const tokens = PER_TOKENS.exec(rest);
  if (tokens) return { unit: 'Mtok', factor: 1e6 / sizeOf(tokens.groups ?? {}), end: end + tokens[0].length };
  const millions = PER_M.exec(rest) ?? (TOKENS_FIRST.test(said) ? PER_MILLION.exec(rest) : undefined);
  return millions ? { unit: 'Mtok', factor: 1, end: end + millions[0].length } : undefined;
}

function sizeOf({ million, thousand, billion }: Record<string, string | undefined>): number {
  if (million !== undefined) return 1e6;
  if (billion !== undefined) return 1e9;
  return thousand === undefined ? 1 : 1e3;
}
