import type { Glossary } from '#domain/glossary.ts';
import { wordsOf } from '#domain/words.ts';
import { CARDINALS } from './number-words.ts';

/** Whether a word is no name, though a capital letter begins it where a sentence begins. */
export type IsOrdinary = (word: string) => boolean;

/** Endings that make words of words, where names seldom end so: "Moving" and "Cutting", but not "Beijing", "Boeing" or "Turing". */
const ENDING =
  /\p{L}{3}(?:tions?|ments?|ness|ities|isms?|ful|less|able|ible|ably|ously|ively|ous|ive)$|\p{L}{2}(?:[cgksvwz]|[st]h|[ct]k|[bdglmnprt]{2})ing$|\p{L}{3}(?:[cgikpstvz]|[cs]h)ed$/iu;
/** What statements on any subject begin with, though nobody may have said it. */
const COMMON =
  'abundance abundant access accept account add advance advantage age agree allow alongside amount analyst answer apply argue argument arrive ask author avoid bad ' +
  'balance ban bank base basic beaten begin benefit best better bet big bring broad budget build business buyer capital ' +
  'care case catch cause central change charge cheap choice choose city claim clear client close company competitor ' +
  'compete competition complex concern consumer control copy cost country course create critic crowd current customer ' +
  'corporate cure cut cycle data deal debt decide decision deep define delay delivery demand depend describe design developer difference different ' +
  'direct discount domestic double drive drop easy economy efficient effort employee energy engineer enough entry expect ' +
  'expensive expert explain explanation export face factory failure fall fast fear fewer field figure financial firm fixed flat focus force ' +
  'foreign founder free full fund future gain global goal good government group grow growth half hard harder head heavy ' +
  'help hidden high higher hire hold home host house human idea impact import incentive income increase industry input ' +
  'invest investor issue job keep key knowledge labor labour lack large larger law lead leader lean learn legal less level ' +
  'limit local long longer lose loss low lower machine maker making manager margin market mass matter measure member ' +
  'method middle money move name national need network new number offer office officer official old open operator ' +
  'opinion order output owner paper part partner pay payer people percent person plan planner plant point policy poor ' +
  'popular power practice premium pressure price private problem process product producer production profit progress ' +
  'public push quality question quick rate raw reach reason record reduce rely rent report research researcher reserve ' +
  'resource result retail retailer return rise rising risk rival role rule running run safe sale save scarce ' +
  'say scarcity school science sector sell seller send sense serve service share shift shop short shortage show simple single size ' +
  'skill slow small smaller social software source speak speaker special specialist speed spend spread staff standard start state ' +
  'stock stop store strategy strong student study subsidy success supplier supply support switch system talk task tax ' +
  'teacher team tech technical technology term test thin think tiny time tool total trade tradeoff trader train transfer ' +
  'travel trend trust try turn type unable under unit use user value vendor visible volume wage wait war waste weak winner work worker ' +
  'world worse write wrong year';

/**
 * Knows ordinary words by their forms: common ones, such as are written in small letters in one of the `texts`, and such as
 * are made of other words. Names of the glossary are none. A text without capital letters tells nothing.
 */
export function createIsOrdinary(texts: readonly string[], glossary: Glossary): IsOrdinary {
  const names = new Set(glossary.flatMap(({ name }) => wordsOf(name)));
  const stems = new Set([...COMMON.split(' '), ...texts.flatMap(smallWordsOf)].map(stemOf));
  return (word) => {
    const form = word.toLowerCase();
    return !names.has(form) && (CARDINALS.has(form) || ENDING.test(form) || stems.has(stemOf(form)));
  };
}

const smallWordsOf = (text: string): string[] =>
  usesCapitals(text) ? (text.match(/(?<![\p{L}\p{N}])\p{Ll}{2,}(?![\p{L}\p{N}])/gu) ?? []) : [];

/** In written English, a word in ten or so has a capital; captions in small letters have next to none. */
const usesCapitals = (text: string) =>
  (text.match(/(?<!\p{L})\p{Lu}\p{Ll}/gu) ?? []).length > (text.match(/\p{L}+/gu) ?? []).length / 50;

/** Without the common endings of inflection, as far as four letters are left, or three before an "s". */
function stemOf(word: string): string {
  const stem = word.replace(/(?:ings?|ied|ies|ed|ers?|es|s|ly|y|e)$/, '');
  if (stem.length >= 4) return stem;
  return word.length >= 4 ? word.replace(/(?<!s)s$/, '') : word;
}
