import type { Glossary } from '#domain/glossary.ts';

/** Writes mis-heard names of the glossary as they are written: whole words, any case, the longest mis-hearing first. */
export function createNameCorrector(glossary: Glossary): (text: string) => string {
  const forms = glossary.flatMap(({ name, misheard }) => misheard.map((form) => [form.toLowerCase(), name] as const));
  if (forms.length === 0) return (text) => text;
  const nameOf = new Map(forms);
  const longestFirst = forms.map(([form]) => form).toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${longestFirst.map((form) => escapePattern(form)).join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  );
  return (text) => text.replace(pattern, (form) => nameOf.get(form.toLowerCase()) ?? form);
}

const escapePattern = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
