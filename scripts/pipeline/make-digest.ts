import { addDays } from '#domain/day.ts';
import type { Digest } from '#domain/digest.ts';
import type { Day, EpisodeId, ThemeId } from '#domain/ids.ts';
import type { Archive, PublishedInsight } from '../ports.ts';
import { reasonFor } from './digest-reason.ts';

const DIGEST = { most: 5, perEpisode: 2, windowDays: 7, leastScore: 0.3 };

/** The day's best insights that were in no digest yet, each with why; `undefined` where the day has one already, or none deserves it. */
export function makeDigest(
  { insights, digests, episodes }: Pick<Archive, 'insights' | 'digests' | 'episodes'>,
  today: Day,
  titleOf: (theme: ThemeId) => string,
): Digest | undefined {
  if (digests.some(({ date }) => date === today)) return undefined;
  const candidates = findCandidates({ insights, digests }, today);
  const chosen = chooseVaried(candidates);
  if (chosen.length === 0) return undefined;
  const firstDay = insights.reduce((first, { insight }) => (insight.addedAt < first ? insight.addedAt : first), today);
  const silent = new Set(episodes.filter(({ excerpts }) => excerpts === false).map(({ id }) => id));
  const context = { byId: new Map(insights.map((one) => [one.id, one])), candidates, firstDay, titleOf, silent };
  return {
    date: today,
    insights: chosen.map((published) => ({ id: published.id, reason: reasonFor(published, context) })),
  };
}

/** Best first. */
function findCandidates({ insights, digests }: Pick<Archive, 'insights' | 'digests'>, today: Day): PublishedInsight[] {
  const shown = new Set(digests.flatMap((digest) => digest.insights.map(({ id }) => id)));
  const firstDay = addDays(today, -DIGEST.windowDays);
  return insights
    .filter(
      ({ id, insight }) =>
        !shown.has(id) &&
        insight.addedAt > firstDay &&
        insight.addedAt <= today &&
        !insight.withdrawn &&
        insight.score >= DIGEST.leastScore,
    )
    .toSorted(
      (a, b) =>
        b.insight.score - a.insight.score ||
        b.insight.publishedAt.localeCompare(a.insight.publishedAt) ||
        a.id.localeCompare(b.id),
    );
}

/** The best ones, no more than two of an episode; where there are two themes, both are among them. */
function chooseVaried(candidates: readonly PublishedInsight[]): PublishedInsight[] {
  const chosen = new Set<PublishedInsight>();
  const perEpisode = new Map<EpisodeId, number>();
  for (const candidate of [...firstOfTwoThemes(candidates), ...candidates]) {
    const taken = perEpisode.get(candidate.insight.episode) ?? 0;
    if (chosen.has(candidate) || chosen.size >= DIGEST.most || taken >= DIGEST.perEpisode) continue;
    perEpisode.set(candidate.insight.episode, taken + 1);
    chosen.add(candidate);
  }
  return candidates.filter((candidate) => chosen.has(candidate));
}

/** The best of all, and the best that is about something else: by its first theme, or else by any. */
function firstOfTwoThemes(candidates: readonly PublishedInsight[]): PublishedInsight[] {
  const [best, ...rest] = candidates;
  if (!best) return [];
  const { themes } = best.insight;
  const other =
    rest.find(({ insight }) => insight.themes[0] !== themes[0]) ??
    rest.find(({ insight }) => insight.themes.some((theme) => !themes.includes(theme)));
  return other ? [best, other] : [best];
}
