import type { ThemeId } from '#domain/ids.ts';
import type { Archive } from './archive.ts';
import { plausibleDates } from './plausible-dates.ts';
import { saidFigures, type SaidFigure } from './said-figures.ts';

const FEWEST = 3;
const MOST = 100;

/** The figures of a theme that stand on one axis. */
export interface ThemeFigures {
  unit: string;
  /** Newest first, at most 100. */
  figures: readonly SaidFigure[];
  isLog: boolean;
  /** Older ones that find no room. */
  older: number;
  /** Without a place on the axes: no plausible date, or not above nought on a scale of powers. */
  leftOut: number;
}

/** What is said on a theme in the unit that is its own; nothing where that is too little for a chart. */
export function themeFigures(archive: Archive, id: ThemeId): ThemeFigures | undefined {
  const said = saidFigures(archive.ofTheme(id));
  const unit = chartedUnit(said);
  if (unit === undefined) return undefined;
  const isPlausible = plausibleDates(archive);
  const own = said.filter((figure) => figure.unit === unit);
  const dated = own.filter(({ insight }) => isPlausible(insight));
  const isLog = spansDecades(dated);
  const fit = dated.filter(({ low }) => !isLog || low > 0);
  if (fit.length < FEWEST) return undefined;
  const figures = fit.slice(0, MOST);
  return { unit, figures, isLog, older: fit.length - figures.length, leftOut: own.length - fit.length };
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
const rankOf = (unit: string) => (/^(?:%|×|pp\b)/.test(unit) || TIMES.has(unit) ? 0 : /^[A-Z]{3}$/.test(unit) ? 1 : 2);
const TIMES = new Set(['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds', 's', 'ms', 'min', 'h']);

function spansDecades(figures: readonly SaidFigure[]): boolean {
  const values = figures.flatMap(({ low, high }) => [low, high]).filter((value) => value > 0);
  return values.length > 0 && Math.max(...values) / Math.min(...values) > 10;
}
