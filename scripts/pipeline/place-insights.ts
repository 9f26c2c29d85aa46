import type { Episode } from '#domain/episode.ts';
import { insightIdOf, type Day, type EpisodeId, type ThemeId } from '#domain/ids.ts';
import { Insight, LIMITS } from '#domain/insight.ts';
import { shareOfRuns, type Vector } from '#domain/similarity.ts';
import { wordsOf } from '#domain/words.ts';
import type { Embedder, InsightEngine, PublishedInsight } from '../ports.ts';
import { chooseThemes, type ThemeRater } from './assign-themes.ts';
import type { ProvenDraft } from './prove-drafts.ts';
import { textOf, type Shelf } from './shelf.ts';

export interface Placement {
  placed: PublishedInsight[];
  /** Insights of the episode that stood before: those of a run that was cut short, or of an earlier reading. */
  earlier: number;
  dropped: string[];
  /** Every draft repeats what this one episode said. */
  duplicateOf?: EpisodeId | undefined;
}
export interface Placing {
  episode: Episode;
  engine: Pick<InsightEngine, 'name' | 'model' | 'prompt'>;
  today: Day;
  rateThemes: ThemeRater;
  shelf: Shelf;
}

/** A claim that shares this many of its runs of words with the quote is the quote over again. */
const QUOTATION = 0.3;

/** Themes, near-duplicates, relations and score for the proven drafts of one episode, best first; those that stay are put on the shelf. */
export async function placeInsights(
  drafts: readonly ProvenDraft[],
  placing: Placing,
  embedder: Embedder,
): Promise<Placement> {
  const { episode, shelf } = placing;
  const vectors = await embedder.embed(drafts.map(({ draft }) => textOf(draft.title, draft.claim)));
  const ranked = drafts
    .map((proven, index) => ({ proven, vector: vectors[index] ?? new Float32Array() }))
    .toSorted((a, b) => b.proven.draft.importance - a.proven.draft.importance);
  const placement: Placement = { placed: [], earlier: shelf.ofEpisode(episode.id).length, dropped: [] };
  const repeated = new Set<EpisodeId | undefined>();
  for (const { proven, vector } of ranked) {
    const twin = shelf.findTwin(proven.quote.text, vector, episode.id);
    repeated.add(twin?.insight.episode);
    const outcome = twin ? saidBefore(twin, episode) : placeOne(proven, vector, placing);
    if (typeof outcome === 'string') placement.dropped.push(outcome);
    else {
      shelf.add(outcome, episode.show, vector);
      placement.placed.push(outcome);
    }
  }
  const [source] = repeated;
  const repeatsOne = repeated.size === 1 && source !== undefined && source !== episode.id;
  return repeatsOne ? { ...placement, duplicateOf: source } : placement;
}

const saidBefore = (twin: PublishedInsight, episode: Episode) =>
  twin.insight.episode === episode.id ? 'said before in the same episode' : 'said before in another episode';

/** The insight, or why it is not published. */
function placeOne({ draft, quote, place }: ProvenDraft, vector: Vector, placing: Placing): PublishedInsight | string {
  const { episode, shelf, rateThemes } = placing;
  const { title, claim } = draft;
  const themes = chooseThemes(rateThemes(`${title}\n${claim}\n${quote.text}`, vector), draft.themes);
  if (themes.length === 0) return 'of no theme';
  if (!hasRoom(shelf.ofEpisode(episode.id), quote.text)) return 'over the bounds of an episode';
  if (episode.excerpts === false && shareOfRuns(wordsOf(claim), wordsOf(quote.text)) > QUOTATION)
    return 'claim that quotes a show which does not allow it';
  const related = shelf.findRelated(vector, episode.id);
  const insight = Insight.safeParse({ ...header(draft, placing, themes), speaker: place.speaker, quote, related });
  if (!insight.success) return `malformed: ${insight.error.issues[0]?.path.join('.')}`;
  const id = insightIdOf({ episode: episode.id, publishedAt: episode.publishedAt, title, quote: quote.text });
  return { id, insight: insight.data, claim };
}

function header({ title, importance, figures = [] }: ProvenDraft['draft'], placing: Placing, themes: ThemeId[]) {
  const { episode, engine, today } = placing;
  const { name, model, prompt } = engine;
  return {
    title,
    episode: episode.id,
    publishedAt: episode.publishedAt,
    addedAt: today,
    themes,
    figures,
    score: Math.round(Math.min(1, Math.max(0, importance)) * 1000) / 1000,
    engine: { name, model, prompt },
  };
}

function hasRoom(published: readonly PublishedInsight[], quote: string): boolean {
  const quoted = [quote, ...published.map(({ insight }) => insight.quote.text)];
  const words = quoted.reduce((sum, text) => sum + wordsOf(text).length, 0);
  return published.length < LIMITS.insightsPerEpisode && words <= LIMITS.quotedWordsPerEpisode;
}
