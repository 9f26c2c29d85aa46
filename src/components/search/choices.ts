import { sayCount } from '../../write-counts.ts';
import { fieldOf, type Filter } from './form.ts';
import type { Counts } from './pagefind.ts';

/** Writes behind each choice how many insights it has; shows and people become choices by it. */
export function showChoices(form: HTMLFormElement, counts: Counts): void {
  for (const name of ['theme', 'year'] as const) countOptions(fieldOf(form, name) as HTMLSelectElement, counts[name]);
  for (const name of ['show', 'person'] as const) listNames(fieldOf(form, name) as HTMLInputElement, counts[name]);
}

/** The name that was meant, where only its case differs. */
export function matchName(field: HTMLInputElement): string | undefined {
  const typed = field.value.trim().toLowerCase();
  return [...(field.list?.options ?? [])].find(({ value }) => value.toLowerCase() === typed)?.value;
}

export const isName = (name: string): name is Filter => name === 'show' || name === 'person';

function countOptions(list: HTMLSelectElement, counts: Readonly<Record<string, number>> = {}): void {
  for (const option of list.options) {
    if (!option.value) continue;
    option.dataset['title'] ??= option.text;
    option.text = `${option.dataset['title']} (${(counts[option.value] ?? 0).toLocaleString('en')})`;
  }
}

/** Those that are met most come first; those that would lead to nothing are left out. */
function listNames(field: HTMLInputElement, counts: Readonly<Record<string, number>> = {}): void {
  const names = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([a, m], [b, n]) => n - m || a.localeCompare(b, 'en'));
  field.list?.replaceChildren(...names.map(([name, count]) => new Option(sayCount(count, 'insight'), name)));
}
