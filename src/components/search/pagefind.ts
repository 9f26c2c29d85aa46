import { phrasesOf, toQuery, withoutSigns } from '../../searchable-text.ts';
import { isAnswer, isNamed } from './answer.ts';
import { FILTERS, isAsked, isNarrowed, type Filter } from './form.ts';
import { kindOf, PAGE_KINDS, type Hit } from './hit.ts';

/** How many insights there are of each value of a filter. */
export type Counts = Partial<Record<Filter, Readonly<Record<string, number>>>>;
export interface Found {
  /** Of insights. */
  count: number;
  /** Only what is shown is loaded. */
  take: (from: number, to: number) => Promise<Hit[]>;
  /** Themes, people and shows, best first. */
  pages: readonly Hit[];
  /** What was searched for in the place of what was asked. */
  instead?: string | undefined;
}

interface Results {
  results: { id: string; data: () => Promise<Hit> }[];
  filters: Counts;
}
export interface Pagefind {
  search: (words: string | null, options: object) => Promise<Results>;
  filters: () => Promise<Counts>;
}

/** More pages than these are not looked at. */
const MOST_PAGES = 12;
const ANY_PAGE = { kind: { any: PAGE_KINDS } };
const NO_PAGE = { kind: { none: PAGE_KINDS } };

/** What there is for `asked`; amounts that nothing gives in that currency are searched for without it. */
export async function search(index: Pagefind, asked: URLSearchParams): Promise<Found> {
  const found = await searchFor(index, asked);
  const instead = withoutSigns(asked.get('q') ?? '');
  if (found.count + found.pages.length > 0 || instead === asked.get('q')) return found;
  const plain = new URLSearchParams(asked);
  plain.set('q', instead);
  return { ...(await searchFor(index, plain)), instead };
}

async function searchFor(index: Pagefind, asked: URLSearchParams): Promise<Found> {
  const typed = asked.get('q') ?? '';
  const kept = await resultsOf(index, asked, NO_PAGE);
  const take = (from: number, to: number) => Promise.all(kept.slice(from, to).map((result) => result.data()));
  const [first] = await take(0, 1);
  const pages = typed && !isNarrowed(asked) ? await findPages(index, typed) : [];
  // What Pagefind makes of a word that it does not know, it does for all results alike.
  if (first && isAnswer(first, toQuery(typed))) return { count: kept.length, take, pages };
  return { count: 0, take: async () => [], pages };
}

/** Pages have no day to be put in order by. */
async function findPages(index: Pagefind, typed: string): Promise<Hit[]> {
  const results = await resultsOf(index, new URLSearchParams({ q: typed }), ANY_PAGE);
  const hits = await Promise.all(results.slice(0, MOST_PAGES).map((result) => result.data()));
  const words = toQuery(typed);
  return hits.filter((hit) => (kindOf(hit) === 'theme' ? isAnswer(hit, words) : isNamed(hit.meta.title ?? '', words)));
}

async function resultsOf(index: Pagefind, asked: URLSearchParams, among: object): Promise<Results['results']> {
  const { results } = await lookUp(index, asked, { among });
  const wholes = await Promise.all(
    phrasesOf(asked.get('q') ?? '').map((phrase) => lookUp(index, asked, { among, words: `"${phrase}"` })),
  );
  const ids = wholes.map((whole) => new Set(whole.results.map(({ id }) => id)));
  return results.filter(({ id }) => ids.every((set) => set.has(id)));
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

function lookUp(
  index: Pagefind,
  asked: URLSearchParams,
  { words = toQuery(asked.get('q') ?? ''), among = NO_PAGE as object } = {},
): Promise<Results> {
  const narrowed = FILTERS.flatMap((name) => (asked.has(name) ? [[name, asked.get(name)]] : []));
  const filters = { ...Object.fromEntries(narrowed), ...among };
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
