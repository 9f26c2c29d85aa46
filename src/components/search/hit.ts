import type { Zone } from './excerpt.ts';
import type { Filter } from './form.ts';

/** Pages that are found beside insights; each has only words of its own, and no filter but this. */
export const PAGE_KINDS = ['theme', 'person', 'show'] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

/** An insight or a page in the index; its text and names are as `toIndexText` writes them. */
export interface Hit {
  url: string;
  content: string;
  /** Which words of `content` were searched for. */
  locations: readonly number[];
  meta: Partial<Record<'title' | 'show' | 'person', string>>;
  filters: Partial<Record<Filter, readonly string[]>> & { kind?: readonly PageKind[] };
  /** What index-pages.ts notes: "moment:12:04", or where a part of the text begins. */
  anchors: readonly { element: string; id: string; location: number }[];
}

export const kindOf = ({ filters }: Pick<Hit, 'filters'>): PageKind | undefined => filters.kind?.[0];

/** What `hit` carries of `name`. */
export function noteOf({ anchors }: Hit, name: 'moment' | 'show' | 'person' | 'count'): string | undefined {
  const note = anchors.find(({ element, id }) => element === 'i' && id.startsWith(`${name}:`));
  return note?.id.slice(name.length + 1).replaceAll('%20', ' ');
}

/** The part of the text after its title that most of the words stand in: claim or quote, summary, terms or primer. */
export function bestZone({ anchors, meta, content, locations }: Hit): Zone & { name: string } {
  const starts = anchors.filter(({ element, id }) => element === 'i' && PARTS.has(id));
  const first = { id: '', location: (meta.title ?? '').split(/\s+/).length };
  const zones = [first, ...starts].map(({ id, location }, at) => ({
    name: id,
    from: location,
    to: starts[at]?.location ?? content.split(' ').length,
  }));
  // Terms are a list: they are shown where no sentence has the words.
  const held = ({ name, from, to }: Zone & { name: string }) =>
    Math.min(locations.filter((at) => at >= from && at < to).length, name === 'terms' ? 0.5 : Number.POSITIVE_INFINITY);
  return zones.reduce((best, zone) => (held(zone) > held(best) ? zone : best));
}
const PARTS = new Set(['quote', 'terms', 'primer']);
