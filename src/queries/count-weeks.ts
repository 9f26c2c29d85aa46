import type { ThemeId } from '#domain/ids.ts';
import type { Archive } from './archive.ts';
import { plausibleDates } from './plausible-dates.ts';

const WEEKS = 26;
const WEEK_MS = 7 * 86_400_000;

/** How many insights of a theme fall into each of the last 26 weeks, oldest first; the last week ends with the newest insight of all. */
export function weeklyCounts(archive: Archive, themeId: ThemeId): number[] {
  const isPlausible = plausibleDates(archive);
  const end = archive.insights.find(isPlausible)?.publishedAt ?? '';
  const counts = new Array<number>(WEEKS).fill(0);
  for (const insight of archive.ofTheme(themeId).filter(isPlausible)) {
    const index = WEEKS - 1 - Math.floor((Date.parse(end) - Date.parse(insight.publishedAt)) / WEEK_MS);
    if (index < 0) break;
    counts[index]! += 1;
  }
  return counts;
}
