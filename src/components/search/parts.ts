import { partsOf } from '../../searchable-text.ts';
import { search, type Found, type Pagefind } from './pagefind.ts';

/** A part of a query, and what it finds. */
export interface FoundPart {
  query: string;
  found: Found;
}

/** So many parts are tried; whoever types more has a sentence. */
const MOST = 6;

/**
 * What a query that finds nothing could do with: all but one of its words, then each of them alone. In a large archive this
 * takes seconds, so it ends where it is no longer wanted.
 */
export async function findParts(index: Pagefind, typed: string, isWanted: () => boolean): Promise<FoundPart[]> {
  const tried: FoundPart[] = [];
  for (const query of partQueries(typed)) {
    if (!isWanted()) break;
    const found = await search(index, new URLSearchParams({ q: query }));
    if (!found.instead && found.count + found.pages.length > 0) tried.push({ query, found });
  }
  return tried;
}

export function partQueries(typed: string): string[] {
  const parts = partsOf(typed).slice(0, MOST);
  if (parts.length < 2) return [];
  const allButOne = parts.length > 2 ? parts.map((_, left) => parts.filter((_part, at) => at !== left).join(' ')) : [];
  return [...allButOne, ...parts];
}

/** That nothing has all of what was typed. */
export function sayNone(typed: string): string {
  const parts = partsOf(typed).map((part) => `“${part.replaceAll('"', '')}”`);
  if (parts.length < 2) return `Nothing found for “${typed}”.`;
  const last = parts.pop();
  return `Nothing has ${parts.length === 1 ? 'both' : 'all of'} ${parts.join(', ')} and ${last}.`;
}
