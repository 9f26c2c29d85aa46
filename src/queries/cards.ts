import { addDays } from '#domain/day.ts';
import type { InsightId } from '#domain/ids.ts';
import type { Theme } from '#domain/theme.ts';
import { isDrawable } from '../cards/card-fonts.ts';
import type { Card } from '../cards/card.ts';
import { SITE_NAME, SITE_TAGLINE } from '../site-name.ts';
import type { Urls } from '../urls.ts';
import { sayCount } from '../write-counts.ts';
import { writeDay, writeShortDay } from '../write-times.ts';
import type { Archive, PublishedInsight } from './archive.ts';
import { digestOf, hasEntries, type DigestView } from './digests.ts';

/** Older insights have the card of their theme: they are seldom shared, and pictures take time and room. */
const RECENT_DAYS = 30;
/** Where a whole archive was read in one day, only so many get their own. */
const MOST_INSIGHTS = 300;
const INK = 'oklch(0.23 0.012 60)';

/** Every card of the site, with its address. */
export const allCards = (archive: Archive, urls: Urls): { url: string; card: Card }[] => [
  { url: urls.siteCard(), card: { label: SITE_NAME, title: SITE_TAGLINE, source: '', color: INK } },
  ...archive.themes.map((theme) => ({ url: urls.themeCard(theme.id), card: themeCard(theme) })),
  ...archive.digests
    .map((digest) => digestOf(digest, archive, urls))
    .filter(hasEntries)
    .map((digest) => ({ url: urls.digestCard(digest.date), card: digestCard(digest, archive) })),
  ...recentInsights(archive).map((insight) => ({ url: urls.insightCard(insight.id), card: insightCard(insight) })),
];

/** The address of an insight's card: its own, its theme's, or the site's. */
export function cardUrl({ id, themes: [theme] }: PublishedInsight, archive: Archive, urls: Urls): string {
  const own = ownCards.get(archive) ?? new Set(recentInsights(archive).map((insight) => insight.id));
  ownCards.set(archive, own);
  if (own.has(id)) return urls.insightCard(id);
  return theme ? urls.themeCard(theme.id) : urls.siteCard();
}

/** Which insights have one, worked out once for all pages. */
const ownCards = new WeakMap<Archive, ReadonlySet<InsightId>>();

/** Counted back from the newest insight: the same content gives the same cards on any day. */
function recentInsights({ insights, newestRun }: Archive): readonly PublishedInsight[] {
  if (newestRun === undefined) return [];
  const since = addDays(newestRun, -RECENT_DAYS);
  return insights.filter(({ addedAt, title }) => addedAt >= since && isDrawable(title)).slice(0, MOST_INSIGHTS);
}

const themeCard = ({ title, description, color }: Theme): Card => ({
  ...{ label: 'Theme', title: drawable(title, SITE_NAME), source: drawable(description), color },
});

function digestCard({ date, entries }: DigestView, archive: Archive): Card {
  const day = writeDay(date);
  const [first] = entries;
  const color = first && archive.insight(first.line.id)?.themes[0]?.color;
  return {
    label: `Digest of ${day}`,
    title: drawable(first?.line.title, day),
    source: entries.length > 1 ? `and ${sayCount(entries.length - 1, 'more insight')} of the day` : '',
    color: color ?? INK,
  };
}

const insightCard = ({ title, themes: [theme], speaker, show, publishedAt }: PublishedInsight): Card => ({
  label: drawable(theme?.title, 'Insight'),
  title,
  source: [speaker, show.title, writeShortDay(publishedAt)].filter((part) => drawable(part)).join(', '),
  color: theme?.color ?? INK,
});

/** `text`, if the fonts of the cards have its letters. */
const drawable = (text: string | undefined, otherwise = '') => (text && isDrawable(text) ? text : otherwise);
