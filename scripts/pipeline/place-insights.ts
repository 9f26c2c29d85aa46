import { insightIdOf, type Day, type EpisodeId } from '#domain/ids.ts';
import { LIMITS, type Related } from '#domain/insight.ts';
import type { Episode } from '#domain/episode.ts';
import { wordsOf } from '#domain/words.ts';
import type { Embedder, InsightEngine, PublishedInsight, Vector } from '../ports.ts';
import { chooseThemes, type ThemeRater } from './assign-themes.ts';
import type { ProvenDraft } from './prove-drafts.ts';
import { cosine, runsOf, sharedRuns } from './similarity.ts';

/** What is published already, with what placing needs to know of each. It grows as insights are placed. */
export interface Shelf {
  insights: ShelvedInsight[];
}
interface ShelvedInsight {
  published: PublishedInsight;
  show: string;
  vector: Vector;
  quoteRuns: ReadonlySet<string>;
}
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
}

/** Length of the runs of words by which a quote is known again. */
const RUN_WORDS = 6;
/** A quote that shares this many of its runs with a published one is the same passage. */
const SAME_QUOTE = 0.5;
/** Two claims of one episode this alike say the same thing. */
const SAME_CLAIM = 0.88;
const RELATED = { least: 0.5, most: 10, perEpisode: 2, perShow: 3 };

export async function createShelf(
  insights: readonly PublishedInsight[],
  episodes: readonly Episode[],
  embedder: Embedder,
): Promise<Shelf> {
  const showOf = new Map(episodes.map(({ id, show }) => [id, show]));
  const vectors = await embedder.embed(insights.map(({ insight, claim }) => textOf(insight.title, claim)));
  return {
    insights: insights.map((published, index) =>
      shelve(published, showOf.get(published.insight.episode) ?? '', vectors[index] ?? new Float32Array()),
    ),
  };
}

/** Themes, near-duplicates, relations and score for the proven drafts of one episode, best first; those that stay are put on the shelf. */
export async function placeInsights(
  drafts: readonly ProvenDraft[],
  shelf: Shelf,
  placing: Placing,
  embedder: Embedder,
): Promise<Placement> {
  const vectors = await embedder.embed(drafts.map(({ draft }) => textOf(draft.title, draft.claim)));
  const ranked = drafts
    .map((proven, index) => ({ proven, vector: vectors[index] ?? new Float32Array() }))
    .toSorted((a, b) => b.proven.draft.importance - a.proven.draft.importance);
  const earlier = shelf.insights.flatMap(({ published }) =>
    published.insight.episode === placing.episode.id ? [published] : [],
  );
  const placement: Placement = { placed: [], earlier: earlier.length, dropped: [] };
  const repeated: EpisodeId[] = [];
  for (const { proven, vector } of ranked) {
    const { placed } = placement;
    const twin = findTwin(proven, vector, shelf, placing.episode.id);
    const themes = chooseThemes(
      placing.rateThemes(`${proven.draft.title}\n${proven.draft.claim}\n${proven.quote.text}`, vector),
    );
    if (twin) {
      placement.dropped.push(
        twin.insight.episode === placing.episode.id
          ? 'said before in the same episode'
          : 'said before in another episode',
      );
      repeated.push(twin.insight.episode);
    } else if (themes.length === 0) placement.dropped.push('of no theme');
    else if (!hasRoom([...earlier, ...placed], proven)) placement.dropped.push('over the bounds of an episode');
    else {
      const published = publish(proven, { ...placing, themes, related: findRelated(vector, shelf, placing.episode) });
      shelf.insights.push(shelve(published, placing.episode.show, vector));
      placed.push(published);
    }
  }
  const [source] = repeated;
  const isDuplicate =
    source !== undefined &&
    source !== placing.episode.id &&
    repeated.length === drafts.length &&
    new Set(repeated).size === 1;
  return isDuplicate ? { ...placement, duplicateOf: source } : placement;
}

const textOf = (title: string, claim: string) => `${title}. ${claim}`;

const shelve = (published: PublishedInsight, show: string, vector: Vector): ShelvedInsight => ({
  published,
  show,
  vector,
  quoteRuns: new Set(runsOf(wordsOf(published.insight.quote.text), RUN_WORDS)),
});

function findTwin(
  { quote }: ProvenDraft,
  vector: Vector,
  shelf: Shelf,
  episode: EpisodeId,
): PublishedInsight | undefined {
  const words = wordsOf(quote.text);
  return shelf.insights.find(
    (other) =>
      sharedRuns(words, other.quoteRuns, RUN_WORDS) >= SAME_QUOTE ||
      (other.published.insight.episode === episode && cosine(vector, other.vector) >= SAME_CLAIM),
  )?.published;
}

function hasRoom(placed: readonly PublishedInsight[], { quote }: ProvenDraft): boolean {
  const quoted = placed.reduce(
    (sum, { insight }) => sum + wordsOf(insight.quote.text).length,
    wordsOf(quote.text).length,
  );
  return placed.length < LIMITS.insightsPerEpisode && quoted <= LIMITS.quotedWordsPerEpisode;
}

/** The nearest insights of other episodes, no crowd from one episode or show. */
function findRelated(vector: Vector, shelf: Shelf, episode: Episode): Related[] {
  const near = shelf.insights
    .filter(({ published }) => published.insight.episode !== episode.id && published.insight.withdrawn === undefined)
    .map(({ published, show, vector: other }) => ({
      id: published.id,
      of: published.insight.episode,
      show,
      similarity: Math.round(cosine(vector, other) * 100) / 100,
    }))
    .filter(({ similarity }) => similarity >= RELATED.least)
    .toSorted((a, b) => b.similarity - a.similarity || a.id.localeCompare(b.id));
  const chosen: typeof near = [];
  for (const candidate of near) {
    const crowded =
      chosen.filter(({ of }) => of === candidate.of).length >= RELATED.perEpisode ||
      chosen.filter(({ show }) => show === candidate.show).length >= RELATED.perShow;
    if (!crowded && chosen.length < RELATED.most) chosen.push(candidate);
  }
  return chosen.map(({ id, similarity }) => ({ id, similarity: Math.min(1, similarity) }));
}

function publish(
  { draft, quote, place }: ProvenDraft,
  at: Placing & { themes: PublishedInsight['insight']['themes']; related: Related[] },
): PublishedInsight {
  const { episode, engine, today, themes, related } = at;
  const { title, claim, importance } = draft;
  const { name, model, prompt } = engine;
  const id = insightIdOf({ episode: episode.id, publishedAt: episode.publishedAt, title, quote: quote.text });
  const insight = {
    title,
    episode: episode.id,
    publishedAt: episode.publishedAt,
    addedAt: today,
    themes,
    speaker: place.speaker,
    quote,
    figures: draft.figures ?? [],
    related,
    score: Math.round(importance * 1000) / 1000,
    engine: { name, model, prompt },
  };
  return { id, insight, claim };
}
