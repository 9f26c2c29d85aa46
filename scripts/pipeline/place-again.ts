import type { Episode } from '#domain/episode.ts';
import type { EpisodeId, ThemeId } from '#domain/ids.ts';
import type { InsightPlacing, Related } from '#domain/insight.ts';
import type { Theme } from '#domain/theme.ts';
import type { Archive, ContentStore, Embedder, PublishedInsight } from '../ports.ts';
import { aboutEpisode, chooseThemes, createThemeRater, type ThemeFit, type ThemeRater } from './assign-themes.ts';
import type { ComparableClaim } from './compare-claims.ts';
import { withRelation } from './relate-insights.ts';
import { scoreInsight } from './score-insight.ts';
import { emptyShelf, toComparable, toRelated, type Shelf } from './shelf.ts';
import { finishPublication } from './write-publication.ts';

export interface PlacingReport {
  insights: number;
  /** Files that were written. */
  changed: number;
  /** Insights that fit no theme any more, and keep those that they had. */
  unfit: PublishedInsight[];
  problems: string[];
  /** What else there is to know of the run. */
  notes: string[];
}

/**
 * Sets themes, related insights and scores of all insights anew, in the order in which they were published, without reading a
 * transcript. Withdrawn ones stay as they are; known relations of pairs that stay linked are kept.
 */
export async function placeAgain(
  themes: readonly Theme[],
  { content, embedder }: { content: ContentStore; embedder: Embedder },
): Promise<PlacingReport> {
  const finished = await finishPublication(content);
  const archive = await content.load();
  const insights = inOrderOfPublication(archive);
  const claims = await toComparable(
    insights.map(({ insight: { title }, claim }) => ({ title, claim })),
    embedder,
  );
  const showOf = new Map(archive.episodes.map(({ id, show }) => [id, show]));
  const rateThemes = await createThemeRater(themes, embedder);
  const aboutOf = aboutEpisodes(archive);
  const shelf = emptyShelf();
  const notes = finished ? [finished] : [];
  const report: PlacingReport = { insights: insights.length, changed: 0, unfit: [], problems: archive.problems, notes };
  for (const [index, published] of insights.entries()) {
    const [claim, show] = [claims[index]!, showOf.get(published.insight.episode) ?? ''];
    const about = aboutOf.get(published.insight.episode) ?? '';
    const { placing, isUnfit } = placeOne(published, { claim, show, shelf, rateThemes, about });
    shelf.add(published, claim, show);
    if (isUnfit) report.unfit.push(published);
    if (!published.insight.withdrawn && (await content.savePlacing(published.id, placing))) report.changed++;
  }
  return report;
}

function aboutEpisodes({ insights, episodes }: Archive): Map<EpisodeId, string> {
  const quotes = Map.groupBy(insights, ({ insight }) => insight.episode);
  return new Map(
    episodes.map((episode) => [
      episode.id,
      aboutEpisode(episode, quotes.get(episode.id)?.map(({ insight }) => insight.quote.text) ?? []),
    ]),
  );
}

/** The order in which the daily run placed them: by run, then by day and id of the episode. */
function inOrderOfPublication({ insights, episodes }: Archive): PublishedInsight[] {
  const dayOf = new Map(episodes.map(({ id, publishedAt }: Episode) => [id, publishedAt]));
  const keyOf = ({ id, insight: { addedAt, episode, publishedAt } }: PublishedInsight) =>
    [addedAt, dayOf.get(episode) ?? publishedAt, episode, id].join(' ');
  return insights
    .map((published) => ({ published, key: keyOf(published) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ published }) => published);
}

function placeOne(
  { insight, claim: text }: PublishedInsight,
  at: { claim: ComparableClaim; show: string; shelf: Shelf; rateThemes: ThemeRater; about: string },
): { placing: InsightPlacing; isUnfit: boolean } {
  const fits = at.rateThemes(insight.quote.text || text, at.claim.vector, at.about);
  const { themes, isUnfit } = themesAnew(insight, fits);
  const near = at.shelf.findNear(at.claim, insight.episode);
  const importance = insight.importance ?? insight.score;
  const score = scoreInsight({ importance, claim: text, themes, publishedAt: insight.publishedAt }, { fits, near });
  return {
    placing: { themes, related: keepRelations(toRelated(near, at.show), insight.related), score, importance },
    isUnfit,
  };
}

/** A theme that a language model did not name is added to its own only where it fits this well, and better than those. */
const CLEARLY = 0.6;

function themesAnew(
  { themes, engine }: PublishedInsight['insight'],
  fits: readonly ThemeFit[],
): { themes: ThemeId[]; isUnfit: boolean } {
  const still = fits.map(({ theme }) => theme).filter((theme) => themes.includes(theme));
  const best = Math.max(0, ...fits.filter(({ theme }) => still.includes(theme)).map(({ fit }) => fit));
  // A model has read the passage and named its themes; who reads only terms and vectors does not know better.
  const chosen =
    engine.model !== undefined && still.length > 0
      ? fits
          .filter(({ theme, fit }) => still.includes(theme) || (fit >= CLEARLY && fit > best))
          .map(({ theme }) => theme)
      : chooseThemes(fits);
  if (chosen.length > 0) return { themes: chosen, isUnfit: false };
  return { themes: still.length > 0 ? themes.filter((theme) => still.includes(theme)) : themes, isUnfit: true };
}

function keepRelations(related: readonly Related[], before: readonly Related[]): Related[] {
  const relationOf = new Map(before.map(({ id, relation }) => [id, relation]));
  return related.map((link) => withRelation(link, relationOf.get(link.id)));
}
