import { wordsOf } from '#domain/words.ts';

/** Of countries and groups of them (ISO 3166-1, UN M49): codes that Unicode has names for. */
const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const CODES = [...LETTERS.flatMap((first) => LETTERS.map((second) => first + second)), '002', '142', '150', '419'];
/** What English calls them as well, and Unicode does not. */
const ALIASES = new Map([
  ['US', ['America', 'USA']],
  ['GB', ['Britain', 'British']],
]);
/** Of "China" the stem is "Chin"; shorter ones would begin too much. */
const LEAST_STEM = 4;

interface Country {
  /** How its own language, and how English names it, long and short. */
  native: string[];
  english: string[];
  /** "Chinese", "American", "European", "German"; absent where the name makes none. */
  adjective?: RegExp | undefined;
}
const countriesOf = new Map<string, Country[]>();

/**
 * Tells which words of English name a country that `evidence` names, whatever it calls it: by the tables of Unicode, 美国 is
 * the United States and the US; "Chinese" and "China" prove each other. `language` is that of the evidence, BCP 47.
 */
export function provenCountries(evidence: string, language: string): (word: string) => boolean {
  const named = listCountries(language).filter(
    ({ native, english, adjective }) =>
      [...native, ...english].some((name) => isNamed(name, evidence)) || adjective?.test(evidence),
  );
  const words = new Set(named.flatMap(({ english }) => english).flatMap(wordsOf));
  return (word) =>
    wordsOf(word).every((part) => words.has(part)) || named.some(({ adjective }) => adjective?.test(word));
}

/** Scripts that set no spaces have no borders of words. */
const isNamed = (name: string, text: string) =>
  text.includes(name) && (/\p{sc=Han}/u.test(name) || new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u').test(text));

function listCountries(language: string): Country[] {
  const known = countriesOf.get(language);
  if (known) return known;
  const [nativeOf, englishOf] = [namesIn(language), namesIn('en')];
  const listed = CODES.filter((code) => nativeOf(code).length > 0).map((code): Country => {
    const english = [...englishOf(code), ...(ALIASES.get(code) ?? [])];
    return { native: nativeOf(code), english, adjective: adjectiveOf(english) };
  });
  countriesOf.set(language, listed);
  return listed;
}

function namesIn(language: string): (code: string) => string[] {
  const tables = (['long', 'short'] as const).map(
    (style) => new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' }),
  );
  return (code) => [...new Set(tables.map((table) => table.of(code)).filter((name) => name !== undefined))];
}

/** Names of one word make adjectives in a few regular ways. */
function adjectiveOf(names: readonly string[]): RegExp | undefined {
  const forms = names.flatMap((name) => {
    const stem = name.replace(/[aey]$/, '');
    if (!/^\p{L}+$/u.test(name) || stem.length < LEAST_STEM) return [];
    return [`${stem}(?:ese|[ei]?ans?|ns?|ish)`, ...(name.endsWith('y') ? [`${stem}s?`] : [])];
  });
  return forms.length > 0 ? new RegExp(`(?<!\\p{L})(?:${forms.join('|')})(?!\\p{L})`, 'u') : undefined;
}
