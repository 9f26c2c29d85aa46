import type { Day } from '#domain/ids.ts';
import type { Urls } from '../urls.ts';
import type { Archive } from './archive.ts';
import { groupByMonth } from './group-by-month.ts';
import { lineOf, type InsightLine } from './insight-line.ts';
import { leadOf } from './lead-of.ts';
import { pagesOf, type Page } from './pages-of.ts';
import type { ShownDigest } from './withhold.ts';

/** Two months of days. */
const DIGESTS_A_PAGE = 60;

/** A day's five: those of them that can be shown. */
export interface DigestView {
  date: Day;
  url: string;
  entries: readonly DigestEntry[];
}
interface DigestEntry {
  /** Place in the day's order, from 1. */
  number: number;
  line: InsightLine;
  /** What there is room for of the claim, where it says more than the title. */
  lead?: string | undefined;
  /** Absent where it may not be told. */
  reason?: string | undefined;
}
export interface DigestPage extends DigestView {
  earlier?: DigestView | undefined;
  later?: DigestView | undefined;
}
export interface DigestListPage {
  url: string;
  page: Page<DigestView>;
  months: readonly { title: string; digests: readonly DigestView[] }[];
}

export function digestOf({ date, insights }: ShownDigest, archive: Archive, urls: Urls): DigestView {
  const shown = insights.flatMap(({ id, reason }) => {
    const insight = archive.insight(id);
    return insight ? [{ insight, reason }] : [];
  });
  const entries = shown.map(({ insight, reason }, index) => ({
    number: index + 1,
    line: lineOf(insight, urls),
    lead: leadOf(insight.claim, insight.title),
    reason,
  }));
  return { date, url: urls.digest(date), entries };
}

export const hasEntries = ({ entries }: DigestView): boolean => entries.length > 0;

/** A page for every digest, also for those of which nothing is left to show: their addresses stay. */
export function digestPages(archive: Archive, urls: Urls): DigestPage[] {
  const views = archive.digests.map((digest) => digestOf(digest, archive, urls));
  return views.map((view, index) => ({ ...view, later: views[index - 1], earlier: views[index + 1] }));
}

/** The list of digests, newest first, page by page. */
export function digestListPages(archive: Archive, urls: Urls): DigestListPage[] {
  const views = archive.digests.map((digest) => digestOf(digest, archive, urls)).filter(hasEntries);
  return pagesOf(views, DIGESTS_A_PAGE, (number) => urls.digests(number)).map((page) => ({
    url: urls.digests(page.number),
    page,
    months: groupByMonth(page.items).map(({ title, items }) => ({ title, digests: items })),
  }));
}
