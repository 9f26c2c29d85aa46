import type { CsvCell } from '../write-csv.ts';
import type { Archive } from './archive.ts';
import { countByMonth, monthsOf } from './count-months.ts';
import { saidFigures, type SaidFigure } from './said-figures.ts';
import { chartedFigures } from './theme-figures.ts';
import { countPeople, countShows } from './theme-overview.ts';
import { countTogether } from './trends.ts';
import { CHART_DATA, type Urls } from '../urls.ts';

/** The data behind the charts, with a heading row each. `absolute` makes addresses that hold outside the site. */
export function chartData(archive: Archive, urls: Urls, absolute: (path: string) => string): ChartTable[] {
  const table = (name: string, rows: CsvCell[][]): ChartTable => ({ name, rows });
  const figureRows = (said: readonly SaidFigure[]) => [
    ['figure', 'subject', 'unit', 'value', 'value_to', 'date', 'speaker', 'show', 'insight', 'url'],
    ...said.map(({ text, subject, unit, low, high, insight }) => [
      ...[text, subject, unit, low, high > low ? high : undefined, insight.publishedAt],
      ...[insight.speaker, insight.show.title, insight.title, absolute(urls.insight(insight.id))],
    ]),
  ];
  return [
    table(CHART_DATA.months, monthRows(archive)),
    table(CHART_DATA.together, togetherRows(archive)),
    table(CHART_DATA.people, rankRows('person', countPeople(archive.insights, urls))),
    table(CHART_DATA.shows, rankRows('show', countShows(archive.insights, urls))),
    table(CHART_DATA.figures, figureRows(saidFigures(archive.insights))),
    ...archive.themes.map(({ id }) =>
      table(CHART_DATA.themeMonths(id), [
        ['month', 'insights'],
        ...countByMonth(archive.ofTheme(id), monthsOf(archive)).map(({ month, count }) => [month, count]),
      ]),
    ),
    ...archive.themes.flatMap(({ id }) => {
      const charted = chartedFigures(archive, id);
      return charted ? table(CHART_DATA.themeFigures(id), figureRows(charted.figures)) : [];
    }),
  ];
}

export interface ChartTable {
  name: string;
  rows: readonly (readonly CsvCell[])[];
}

function monthRows(archive: Archive): CsvCell[][] {
  const months = monthsOf(archive);
  const columns = archive.themes.map(({ id }) => countByMonth(archive.ofTheme(id), months));
  return [
    ['month', ...archive.themes.map(({ title }) => title)],
    ...months.map((month, index) => [month, ...columns.map((column) => column[index]?.count)]),
  ];
}

function togetherRows(archive: Archive): CsvCell[][] {
  const counts = countTogether(archive);
  const titles = archive.themes.map(({ title }) => title);
  return [['theme', ...titles], ...titles.map((title, index) => [title, ...counts[index]!])];
}

const rankRows = (what: string, ranked: readonly { item: { title: string }; count: number }[]): CsvCell[][] => [
  [what, 'insights'],
  ...ranked.map(({ item, count }) => [item.title, count]),
];
