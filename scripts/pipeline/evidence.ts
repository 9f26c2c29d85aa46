import type { Glossary } from '#domain/glossary.ts';
import { wordsOf } from '#domain/words.ts';

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const NUMBER_WORDS = new Map([
  ...ONES.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const),
]);
const DIGITS = /\d+(?:[.,]\d+)*/g;
/** A capital letter somewhere: names, acronyms and models ("iPhone", "DeepSeek-V3"). */
const NAME = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;
const SENTENCE_START = /(?:^|[.!?:…]["”’)]*\s+|["“(]\s*)$/;

/** Numbers of `statement` that `evidence` does not hold: "ten" and "10" are the same, "1.10" and "110" are not. */
export function unprovenNumbers(statement: string, evidence: string): string[] {
  const given = new Set(numbersIn(evidence));
  return numbersIn(statement)
    .filter((number) => !given.has(number))
    .map(String);
}

/**
 * Proper names of `statement` that `evidence` does not hold.
 * A glossary name is proven by any of its mis-hearings; the word that begins a sentence is a name only if it has more capitals.
 */
export function unprovenNames(statement: string, evidence: string, glossary: Glossary): string[] {
  const given = new Set(wordsOf(evidence));
  const heard = ` ${wordsOf(evidence).join(' ')} `;
  for (const { name, misheard } of glossary) {
    if (misheard.some((form) => heard.includes(` ${wordsOf(form).join(' ')} `)))
      for (const word of wordsOf(name)) given.add(word);
  }
  return namesIn(statement).filter((name) => wordsOf(name).some((word) => !given.has(word)));
}

function numbersIn(text: string): number[] {
  const digits = Array.from(text.matchAll(DIGITS), ([number]) =>
    Number(number.replace(/,(?=\d{3}(?:\D|$))/g, '').replace(/,/g, '.')),
  );
  return [
    ...digits.filter((number) => !Number.isNaN(number)),
    ...wordsOf(text).flatMap((word) => NUMBER_WORDS.get(word) ?? []),
  ];
}

function namesIn(text: string): string[] {
  return Array.from(text.matchAll(NAME)).flatMap(({ 0: word, index }) => {
    const beginsSentence = SENTENCE_START.test(text.slice(0, index));
    const isName = /\p{Lu}/u.test(beginsSentence ? word.slice(1) : word) && !/^I(?:['’].*)?$/.test(word);
    return isName ? [word] : [];
  });
}
