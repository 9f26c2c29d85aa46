import { phrasesOf, toQuery } from '../searchable-text.ts';
import { isAnswer } from './search-answer.ts';
import { FILTERS, isAsked, type Filter } from './search-form.ts';

/** An insight in the index; its text and names are as `toIndexText` writes them. */
export interface Hit {
  url: string;
  content: string;
  /** Which words of `content` were searched for. */
  locations: readonly number[];
  meta: Partial<Record<'title' | 'show' | 'person', string>>;
  filters: Partial<Record<Filter, readonly string[]>>;
}
/** How many insights there are of each value of a filter. */
export type Counts = Partial<Record<Filter, Readonly<Record<string, number>>>>;
export interface Found {
  count: number;
  /** Only what is shown is loaded. */
  take: (from: number, to: number) => Promise<Hit[]>;
}

interface Results {
  results: { id: string; data: () => Promise<Hit> }[];
  filters: Counts;
}
interface Pagefind {
  search: (words: string | null, options: object) => Promise<Results>;
  filters: () => Promise<Counts>;
}

export async function search(index: Pagefind, asked: URLSearchParams): Promise<Found> {
  const words = toQuery(asked.get('q') ?? '');
  const { results } = await lookUp(index, asked);
  const wholes = await Promise.all(
    phrasesOf(asked.get('q') ?? '').map((phrase) => lookUp(index, asked, `"${phrase}"`)),
  );
  const ids = wholes.map((whole) => new Set(whole.results.map(({ id }) => id)));
  const kept = results.filter(({ id }) => ids.every((set) => set.has(id)));
  const take = (from: number, to: number) => Promise.all(kept.slice(from, to).map((result) => result.data()));
  const [first] = await take(0, 1);
  // What Pagefind makes of a word that it does not know, it does for all results alike.
  return first && isAnswer(first, words) ? { count: kept.length, take } : { count: 0, take: async () => [] };
}

/** What each filter could be set to, with the others as they are. */
export async function countChoices(index: Pagefind, asked: URLSearchParams): Promise<Counts> {
  const all = await index.filters();
  if (!isAsked(asked)) return all;
  const { filters } = await lookUp(index, asked);
  const counts = { ...filters };
  for (const name of FILTERS.filter((it) => asked.has(it))) {
    const others = new URLSearchParams(asked);
    others.delete(name);
    counts[name] = (await lookUp(index, others)).filters[name] ?? {};
  }
  return counts;
}

function lookUp(index: Pagefind, asked: URLSearchParams, words = toQuery(asked.get('q') ?? '')): Promise<Results> {
  const filters = Object.fromEntries(FILTERS.flatMap((name) => (asked.has(name) ? [[name, asked.get(name)]] : [])));
  const sort = asked.get('sort') === 'date' || !words ? { date: 'desc' } : {};
  return index.search(words || null, { filters, sort });
}

let loading: Promise<Pagefind> | undefined;
let attempts = 0;

/** Loads Pagefind at the first use: nobody else pays for it. Later calls return the same. */
export function loadIndex(url: string): Promise<Pagefind> {
  // Browsers remember that an address could not be had.
  loading ??= import(/* @vite-ignore */ `${url}pagefind.js${attempts ? `?${attempts}` : ''}`) as Promise<Pagefind>;
  return loading;
}

/** After a failure: the next use loads it anew. */
export function forgetIndex(): void {
  loading = undefined;
  attempts++;
}
