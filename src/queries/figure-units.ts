import { hash4, slugify } from '#domain/ids.ts';
import { sayUnit } from '../write-amounts.ts';
import type { SaidFigure } from './said-figures.ts';

const FEWEST = 3;
/** What follows the table of figures in an address already: a page, or an order. */
const TAKEN = /^(?:\d+|by-.*)$/;

/** A unit with a list of its own. */
export interface FigureUnit {
  unit: string;
  /** Of its address. */
  slug: string;
  /** In the order of all. */
  figures: readonly SaidFigure[];
}

/** The units in which at least three figures were said, most frequent first. `said` is newest first. */
export function figureUnits(said: readonly SaidFigure[]): FigureUnit[] {
  const byUnit = Map.groupBy(said, ({ unit }) => unit);
  const slugs = slugsOf(new Set(said.map(({ unit }) => unit).toReversed()));
  return [...byUnit]
    .filter(([, figures]) => figures.length >= FEWEST)
    .map(([unit, figures]) => ({ unit, figures, slug: slugs.get(unit)! }))
    .sort((a, b) => b.figures.length - a.figures.length || (a.unit < b.unit ? -1 : 1));
}

/** Of two units with one slug, the one that was said first keeps it, so that addresses last. */
function slugsOf(units: Iterable<string>): Map<string, string> {
  const taken = new Set<string>();
  const slugs = new Map<string, string>();
  for (const unit of units) {
    let slug = slugify(inLetters(unit), { fallback: 'unit' });
    while (taken.has(slug) || TAKEN.test(slug)) slug = `${slug.replace(/^by-/, '')}-${hash4(slug + unit)}`;
    taken.add(slug);
    slugs.set(unit, slug);
  }
  return slugs;
}

const inLetters = (unit: string) => sayUnit(unit).replaceAll('%', ' percent ').replaceAll('×', ' times ');
