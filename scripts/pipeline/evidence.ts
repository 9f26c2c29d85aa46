import type { Glossary } from '#domain/glossary.ts';
import { withoutSoundMarks, wordsOf } from '#domain/words.ts';
import { withArabicNumbers } from './chinese-numbers.ts';
import { provenCountries } from './country-names.ts';
import type { IsOrdinary } from './ordinary-words.ts';
import { readNumbers } from './read-numbers.ts';

const NEGATION = /\p{L}+n['’]t(?!\p{L})/u;
const NAME = new RegExp(`${NEGATION.source}|[\\p{L}\\p{N}\\p{M}]+`, 'gu');
/** What stands before the first word of a sentence, also one in brackets, in quotation marks or after a colon. */
const HEAD = /(?:^|[.!?…:]["”’)\]]*\s|["“‘([])\s*["“‘([]*$/;
/** Words that begin a sentence and name nothing; "May" and "Will" are missing, as a month and a man are called so. */
const OPENERS = new Set(
  (
    'i you he she it we they me him her us them my your his its our their mine yours hers ours theirs myself ' +
    'itself themselves someone somebody something anyone anybody anything everyone everybody everything nobody ' +
    'nothing none one this that these those such same other others another each every either neither both all ' +
    'any some no few fewer many much more most less least several enough half twice once first second third last ' +
    'next a an the and or but nor so yet for because since as if unless until till while whereas although though ' +
    'whether than lest about above according across after against along amid among around at before behind below ' +
    'beneath beside besides between beyond by despite down during except from given in inside into like near of ' +
    'off on onto out outside over per regarding rather through throughout to toward towards under underneath ' +
    'unlike up upon versus via with within without am is are was were be been being do does did doing done have ' +
    'has had having can could shall should would might must who whom whose what whatever which whichever when ' +
    'whenever where wherever why how however not never ever always often sometimes usually normally typically ' +
    'generally rarely seldom hardly barely nearly almost only just even still already again also too very quite ' +
    'really actually indeed certainly clearly obviously apparently probably perhaps maybe possibly likely then ' +
    'now today tomorrow yesterday tonight soon later early earlier recently lately currently nowadays previously ' +
    'formerly eventually finally ultimately initially originally suddenly immediately gradually increasingly ' +
    'meanwhile afterwards moreover furthermore additionally likewise similarly instead otherwise therefore thus ' +
    'hence consequently accordingly nevertheless nonetheless notably importantly especially particularly ' +
    'specifically fortunately unfortunately surprisingly interestingly essentially basically simply merely ' +
    'roughly approximately overall altogether together here there yes well okay ok oh let'
  ).split(' '),
);
/** What cleaning takes out of speech, even from the middle of a number: "twenty, uh, five", "five hundred, you know, million". */
const FILLER =
  /,?\s*(?<!\p{L})(?:u+h+m*|u+m+|e+r+m*|a+h+|hm+|mm+|mhm)(?!\p{L})[,.…]*|,\s*(?:you know|i mean|like)\s*,/giu;
const STUTTER = /(?<![\p{L}\p{N}])([\p{L}\p{N}]+)(?:[,.…—-]*\s+\1(?![\p{L}\p{N}]))+/giu;

/**
 * Numbers of `statement` that `evidence` does not hold, as values: "ten" and "10" are the same, and so are 一百二十亿 and
 * "12 billion"; "5 billion" and "5 million", "40" and "40%" are not.
 */
export function unprovenNumbers(statement: string, evidence: string): string[] {
  const given = new Set(
    [evidence, spokenPlainly(evidence), withArabicNumbers(evidence)]
      .flatMap(readNumbers)
      .flatMap(({ proves }) => proves),
  );
  return readNumbers(statement)
    .filter(({ provenBy, isLoose }) => !isLoose && !provenBy.some((value) => given.has(value)))
    .flatMap(({ provenBy }) => provenBy.slice(0, 1));
}

const spokenPlainly = (text: string) => withoutSoundMarks(text).replace(FILLER, ' ').replace(STUTTER, '$1');

/** What else tells names from words, and other languages' names of countries from nothing. */
export interface NameKnowledge {
  /** Of the evidence, BCP 47. */
  language?: string | undefined;
  /** Asked of words that begin a sentence. */
  isOrdinary?: IsOrdinary | undefined;
}

/**
 * Proper names of `statement` that `evidence` does not hold: words with a capital letter, but for an ordinary word that begins a sentence.
 * A glossary name is proven by any of its mis-hearings, a country by its name in the language of the evidence.
 */
export function unprovenNames(
  statement: string,
  evidence: string,
  glossary: Glossary,
  { language, isOrdinary }: NameKnowledge = {},
): string[] {
  const given = wordsGiven(evidence, glossary);
  const others = namesIn(withoutDots(statement), isOrdinary).filter(
    (name) => !wordsOf(name).every((word) => given.has(word)),
  );
  if (others.length === 0) return [];
  const isCountry = provenCountries(evidence, languageOf(evidence, language));
  return others.filter((name) => !isCountry(name));
}

const languageOf = (text: string, language = '') =>
  /\p{sc=Han}/u.test(text) && !/^ja/i.test(language) ? 'zh' : (/^[a-z]{2}(?=-|$)/i.exec(language)?.[0] ?? 'en');

function wordsGiven(evidence: string, glossary: Glossary): Set<string> {
  const words = wordsOf(evidence);
  const heard = ` ${words.join(' ')} `;
  const corrected = glossary.filter(({ misheard }) =>
    misheard.some((form) => heard.includes(` ${wordsOf(form).join(' ')} `)),
  );
  return new Set([
    ...words,
    // A title in brackets is evidence, though a sound mark is no word.
    ...wordsOf(withoutDots(evidence).replace(/[[\]]/g, ' ')),
    // "deep seek" is DeepSeek, "H-20" the H20.
    ...words.slice(1).map((word, before) => `${words[before]}${word}`),
    ...corrected.flatMap(({ name }) => wordsOf(name)),
  ]);
}

/** "U.S." is "US", in whichever way it was transcribed. */
const withoutDots = (text: string) =>
  text.replace(/(?<!\p{L})(?:\p{Lu}\.){2,}/gu, (initials) => initials.replaceAll('.', ''));

function namesIn(text: string, isOrdinary: IsOrdinary = () => false): string[] {
  return Array.from(text.matchAll(NAME)).flatMap(({ 0: word, index }) => {
    const isWord = !/\p{Lu}/u.test(word.slice(1)) && (isOpener(word) || isOrdinary(word));
    const isName = /\p{Lu}/u.test(word) && word !== 'I' && !(isWord && HEAD.test(text.slice(0, index)));
    return isName ? [word] : [];
  });
}

/** "However" and "Don't"; "US" and "WHO" are names. */
const isOpener = (word: string) => OPENERS.has(word.toLowerCase()) || NEGATION.test(word);
