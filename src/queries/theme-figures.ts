import type { Day, ThemeId } from '#domain/ids.ts';
import type { Urls } from '../urls.ts';
import { currencyOf } from '../write-amounts.ts';
import { writeDay } from '../write-times.ts';
import type { Archive } from './archive.ts';
import { figureUnits } from './figure-units.ts';
import { plausibleDates } from './plausible-dates.ts';
import { saidFigures, sourceOfFigure, type SaidFigure } from './said-figures.ts';

const FEWEST = 3;
const MOST = 100;
/** Beyond these nobody means what the transcript says, and axes have no room. */
const LEAST = 1e-15;
const GREATEST = 1e18;

interface Charted<T> {
  unit: string;
  /** Newest first, at most 100. */
  figures: readonly T[];
  isLog: boolean;
  /** Older ones that find no room. */
  older: number;
  /** Without a place on the axes: no plausible date, or not above nought on a scale of powers, or beyond all measure. */
  leftOut: number;
}
/** A figure as it stands in the chart of a theme. */
export interface FigureDot {
  text: string;
  subject?: string | undefined;
  /** Who said it, or the show. */
  source: string;
  date: Day;
  low: number;
  high: number;
  /** For the pointer and for screen readers. */
  name: string;
  url: string;
}
/** The figures of a theme that stand on one axis. */
export interface ThemeFigures extends Charted<FigureDot> {
  /** The list of all figures in the unit, on every theme. */
  listUrl: string;
}

/** What is said on a theme in the unit that is its own; nothing where that is too little for a chart. */
export function themeFigures(archive: Archive, id: ThemeId, urls: Urls): ThemeFigures | undefined {
  const charted = chartedFigures(archive, id);
  if (charted === undefined) return undefined;
  const { slug } = figureUnits(saidFigures(archive.insights)).find(({ unit }) => unit === charted.unit)!;
  const figures = charted.figures.map((figure) => dotOf(figure, urls));
  return { ...charted, figures, listUrl: urls.figuresIn(slug) };
}

/** The same, as it was said. */
export function chartedFigures(archive: Archive, id: ThemeId): Charted<SaidFigure> | undefined {
  const said = saidFigures(archive.ofTheme(id));
  const unit = chartedUnit(said);
  if (unit === undefined) return undefined;
  const isPlausible = plausibleDates(archive);
  const own = said.filter((figure) => figure.unit === unit);
  const dated = own.filter(({ insight }) => isPlausible(insight));
  const isLog = spansDecades(dated);
  const fit = dated.filter(({ low, high }) => (!isLog || low > LEAST) && Math.max(Math.abs(low), high) < GREATEST);
  if (fit.length < FEWEST) return undefined;
  const figures = fit.slice(0, MOST);
  return { unit, figures, isLog, older: fit.length - figures.length, leftOut: own.length - fit.length };
}

function dotOf({ text, subject, low, high, insight }: SaidFigure, urls: Urls): FigureDot {
  const [source, date] = [sourceOfFigure(insight), insight.publishedAt];
  const name = `${text}, ${source}, ${writeDay(date)}`;
  return { text, subject, source, date, low, high, name, url: urls.insight(insight.id) };
}

/** The most frequent unit that says what it measures (USD/Mtok, GPUs); sums of money where there is none. */
function chartedUnit(said: readonly SaidFigure[]): string | undefined {
  const counted = [...Map.groupBy(said, ({ unit }) => unit)]
    .map(([unit, group]) => ({ unit, count: group.length, rank: rankOf(unit) }))
    .filter(({ count, rank }) => count >= FEWEST && rank > 0)
    .sort((a, b) => b.rank - a.rank || b.count - a.count || (a.unit < b.unit ? -1 : 1));
  return counted[0]?.unit;
}

/** Shares, factors and stretches of time are of anything: side by side they say nothing. */
const rankOf = (unit: string) =>
  /^(?:%|×|pp\b)/.test(unit) || TIMES.has(unit) ? 0 : currencyOf(unit) === unit ? 1 : 2;
const TIMES = new Set(['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds', 's', 'ms', 'min', 'h']);

function spansDecades(figures: readonly SaidFigure[]): boolean {
  const values = figures.flatMap(({ low, high }) => [low, high]).filter((value) => value > 0);
  return values.length > 0 && Math.max(...values) / Math.min(...values) > 10;
}
