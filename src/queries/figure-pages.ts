import type { Day } from '#domain/ids.ts';
import { FIGURE_ORDERS, pageParam, type FigureOrder, type Urls } from '../urls.ts';
import type { Archive } from './archive.ts';
import { figureUnits, type FigureUnit } from './figure-units.ts';
import type { Link } from './insight-line.ts';
import { pagesOf, type Page } from './pages-of.ts';
import { saidFigures, type SaidFigure } from './said-figures.ts';

const FIGURES_A_PAGE = 100;
/** Named on every page; the others on the first of all. */
const UNITS_NAMED = 16;

export interface FigureLine {
  text: string;
  /** What it is of, where its words do not say so. */
  subject?: string | undefined;
  unit: string;
  low: number;
  high: number;
  date: Day;
  speaker?: Link | undefined;
  show: Link;
  insight: Link;
}
/** One page of all figures, or of those in one unit, in one order. */
export interface FigurePage {
  /** None where the page has all. */
  unit?: string | undefined;
  order: FigureOrder;
  /** Address of the list in an order. */
  orders: Readonly<Record<FigureOrder, string>>;
  /** Rest parameter of its route. */
  path: string | undefined;
  url: string;
  count: number;
  /** In all units. */
  total: number;
  units: readonly UnitLink[];
  /** Less frequent ones. */
  moreUnits: readonly UnitLink[];
  page: Page<FigureLine>;
}
/** The list of a unit, in the order of the page. */
export interface UnitLink {
  unit: string;
  url: string;
  count: number;
}

/** A list of figures: all, or those in one unit. */
interface FigureList {
  unit?: FigureUnit | undefined;
  figures: readonly SaidFigure[];
}

export function figurePages(archive: Archive, urls: Urls): FigurePage[] {
  const said = saidFigures(archive.insights);
  const units = figureUnits(said);
  const lists: FigureList[] = [{ figures: said }, ...units.map((unit) => ({ unit, figures: unit.figures }))];
  return lists.flatMap((list) =>
    FIGURE_ORDERS.flatMap((order) =>
      pagesIn(list, order, urls).map((page) => ({ ...page, total: said.length, ...unitLinks(units, page, urls) })),
    ),
  );
}

type PlainPage = Omit<FigurePage, 'total' | 'units' | 'moreUnits'>;

function pagesIn({ unit, figures }: FigureList, order: FigureOrder, urls: Urls): PlainPage[] {
  const urlOf = (by: FigureOrder, number = 1) =>
    unit ? urls.figuresIn(unit.slug, by, number) : urls.figures(by, number);
  const orders = { date: urlOf('date'), value: urlOf('value'), show: urlOf('show') };
  return pagesOf(sortFigures(figures, order), FIGURES_A_PAGE, (number) => urlOf(order, number)).map((page) => ({
    ...{ unit: unit?.unit, order, orders, count: figures.length },
    path: pathOf(unit?.slug, order, page.number),
    url: urlOf(order, page.number),
    page: { ...page, items: page.items.map((figure) => figureLine(figure, urls)) },
  }));
}

/** The most frequent ones and that of the page; the rest only where all figures begin. */
function unitLinks(units: readonly FigureUnit[], { unit, order, path }: PlainPage, urls: Urls) {
  const link = (one: FigureUnit): UnitLink => ({
    ...{ unit: one.unit, count: one.figures.length },
    url: urls.figuresIn(one.slug, order),
  });
  const isNamed = (one: FigureUnit, index: number) => index < UNITS_NAMED || one.unit === unit;
  return {
    units: units.filter(isNamed).map(link),
    moreUnits: path === undefined ? units.slice(UNITS_NAMED).map(link) : [],
  };
}

/** `said` comes newest first, and stays so among equals. */
function sortFigures(said: readonly SaidFigure[], order: FigureOrder): SaidFigure[] {
  if (order === 'date') return [...said];
  const frequency = new Map([...Map.groupBy(said, ({ unit }) => unit)].map(([unit, own]) => [unit, own.length]));
  const comparisons: Record<Exclude<FigureOrder, 'date'>, (a: SaidFigure, b: SaidFigure) => number> = {
    value: (a, b) =>
      frequency.get(b.unit)! - frequency.get(a.unit)! || collator.compare(a.unit, b.unit) || b.high - a.high,
    show: (a, b) => collator.compare(a.insight.show.title, b.insight.show.title),
  };
  return said.toSorted(comparisons[order]);
}

const figureLine = ({ insight, ...figure }: SaidFigure, urls: Urls): FigureLine => ({
  ...figure,
  subject: figure.subject && !figure.text.includes(figure.subject) ? figure.subject : undefined,
  date: insight.publishedAt,
  speaker: insight.person && { title: insight.person.name, url: urls.person(insight.person.slug) },
  show: { title: insight.show.title, url: urls.show(insight.show.id) },
  insight: { title: insight.title, url: urls.insight(insight.id) },
});

function pathOf(unit: string | undefined, order: FigureOrder, page: number): string | undefined {
  const parts = [unit, order === FIGURE_ORDERS[0] ? undefined : `by-${order}`, pageParam(page)].filter(Boolean);
  return parts.length === 0 ? undefined : parts.join('/');
}

const collator = new Intl.Collator('en');
