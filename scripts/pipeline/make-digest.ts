import { addDays } from '#domain/day.ts';
import type { Digest } from '#domain/digest.ts';
import type { Day, EpisodeId, ThemeId } from '#domain/ids.ts';
import type { Archive, PublishedInsight } from '../ports.ts';

const DIGEST = { most: 5, perEpisode: 2, windowDays: 7, leastScore: 0.35 };

/** The day's best insights that were in no digest yet, each with why; `undefined` where the day has one already, or none deserves it. */
export function makeDigest(
  { insights, digests }: Pick<Archive, 'insights' | 'digests'>,
  today: Day,
  titleOf: (theme: ThemeId) => string,
): Digest | undefined {
  if (digests.some(({ date }) => date === today)) return undefined;
  const shown = new Set(digests.flatMap((digest) => digest.insights.map(({ id }) => id)));
  const firstDay = addDays(today, -DIGEST.windowDays);
  const candidates = insights
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
  const chosen = chooseVaried(candidates);
  if (chosen.length === 0) return undefined;
  return {
    date: today,
    insights: chosen.map((published) => ({ id: published.id, reason: reasonFor(published, candidates, titleOf) })),
  };
}

function chooseVaried(candidates: readonly PublishedInsight[]): PublishedInsight[] {
  const chosen: PublishedInsight[] = [];
  const perEpisode = new Map<EpisodeId, number>();
  for (const candidate of candidates) {
    const taken = perEpisode.get(candidate.insight.episode) ?? 0;
    if (chosen.length >= DIGEST.most || taken >= DIGEST.perEpisode) continue;
    perEpisode.set(candidate.insight.episode, taken + 1);
    chosen.push(candidate);
  }
  return chosen;
}

/** What can be said of it honestly: its rank among the new ones of its theme, and how much it ties in with. */
function reasonFor(
  { id, insight }: PublishedInsight,
  candidates: readonly PublishedInsight[],
  titleOf: (theme: ThemeId) => string,
): string {
  const [theme] = insight.themes;
  const rivals = candidates.filter((other) => other.insight.themes[0] === theme);
  const rank = rivals.findIndex((other) => other.id === id) + 1;
  const standing = `${rank === 1 ? 'Ranks first' : `Number ${rank}`} of ${rivals.length} new ${rivals.length === 1 ? 'insight' : 'insights'} on ${theme ? titleOf(theme).toLowerCase() : 'the beat'}`;
  return insight.related.length > 0 ? `${standing}; close to ${insight.related.length} earlier` : standing;
}
