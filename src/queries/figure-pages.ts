import type { Day } from '#domain/ids.ts';
import { FIGURE_ORDERS, pageParam, type FigureOrder, type Urls } from '../urls.ts';
import type { Archive } from './archive.ts';
import type { Link } from './insight-line.ts';
import { pagesOf, type Page } from './pages-of.ts';
import { saidFigures, type SaidFigure } from './said-figures.ts';

const FIGURES_A_PAGE = 100;

export interface FigureLine {
  text: string;
  subject?: string | undefined;
  unit: string;
  low: number;
  high: number;
  date: Day;
  show: Link;
  insight: Link;
}
/** One page of all figures in one order. */
export interface FigurePage {
  order: FigureOrder;
  /** Rest parameter of its route. */
  path: string | undefined;
  url: string;
  count: number;
  page: Page<FigureLine>;
}

export function figurePages(archive: Archive, urls: Urls): FigurePage[] {
  const said = saidFigures(archive.insights);
  return FIGURE_ORDERS.flatMap((order) => {
    const lines = sortFigures(said, order);
    return pagesOf(lines, FIGURES_A_PAGE, (number) => urls.figures(order, number)).map((page) => ({
      ...{ order, count: said.length },
      path: pathOf(order, page.number),
      url: urls.figures(order, page.number),
      page: { ...page, items: page.items.map((figure) => figureLine(figure, urls)) },
    }));
  });
}

/** `said` comes newest first, and stays so among equals. */
function sortFigures(said: readonly SaidFigure[], order: FigureOrder): SaidFigure[] {
  if (order === 'date') return [...said];
  const frequency = new Map([...Map.groupBy(said, ({ unit }) => unit)].map(([unit, own]) => [unit, own.length]));
  const comparisons: Record<Exclude<FigureOrder, 'date'>, (a: SaidFigure, b: SaidFigure) => number> = {
    value: (a, b) =>
      frequency.get(b.unit)! - frequency.get(a.unit)! || collator.compare(a.unit, b.unit) || b.high - a.high,
    subject: (a, b) => Number(!a.subject) - Number(!b.subject) || collator.compare(a.subject ?? '', b.subject ?? ''),
    show: (a, b) => collator.compare(a.insight.show.title, b.insight.show.title),
  };
  return said.toSorted(comparisons[order]);
}

const figureLine = ({ insight, ...figure }: SaidFigure, urls: Urls): FigureLine => ({
  ...figure,
  date: insight.publishedAt,
  show: { title: insight.show.title, url: urls.show(insight.show.id) },
  insight: { title: insight.title, url: urls.insight(insight.id) },
});

function pathOf(order: FigureOrder, page: number): string | undefined {
  const parts = [order === FIGURE_ORDERS[0] ? undefined : `by-${order}`, pageParam(page)].filter(Boolean);
  return parts.length === 0 ? undefined : parts.join('/');
}

const collator = new Intl.Collator('en');
