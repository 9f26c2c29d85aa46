import type { Glossary } from '#domain/glossary.ts';
import { wordsOf } from '#domain/words.ts';

/** Writes the mis-heard names of a text right; `around` is more of the same talk, where words near a name may stand. */
export type NameCorrector = (text: string, around?: string) => string;

interface Form {
  /** `undefined` for a phrase that is left as it is. */
  name: string | undefined;
  near?: readonly string[] | undefined;
}

/** Corrects by the glossary: whole words, any case, the longest form first; a doubtful form only near the words that settle it. */
export function createNameCorrector(glossary: Glossary): NameCorrector {
  const forms = new Map(glossary.flatMap(formsOf));
  if (forms.size === 0) return (text) => text;
  const longestFirst = [...forms.keys()].toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${longestFirst.map(escapePattern).join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  );
  return (text, around = '') =>
    text.replace(pattern, (heard) => {
      const { name, near } = forms.get(foldForm(heard)) ?? {};
      return name !== undefined && (near === undefined || isSaid(near, `${text} ${around}`)) ? name : heard;
    });
}

const formsOf = ({ name, misheard, near, unless = [] }: Glossary[number]): [string, Form][] => [
  ...misheard.map((form): [string, Form] => [foldForm(form), { name, near }]),
  ...unless.map((phrase): [string, Form] => [foldForm(phrase), { name: undefined }]),
];

const foldForm = (form: string) => form.toLowerCase();

function isSaid(phrases: readonly string[], text: string): boolean {
  const said = ` ${wordsOf(text).join(' ')} `;
  return phrases.some((phrase) => said.includes(` ${wordsOf(phrase).join(' ')} `));
}

const escapePattern = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
