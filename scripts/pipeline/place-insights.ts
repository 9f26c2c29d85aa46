import type { Episode } from '#domain/episode.ts';
import { insightIdOf, type Day, type EpisodeId, type ThemeId } from '#domain/ids.ts';
import { checksumOf, Insight, LIMITS } from '#domain/insight.ts';
import { isQuotation, wordsSaid } from '#domain/quotation.ts';
import { wordsOf } from '#domain/words.ts';
import type { Embedder, InsightEngine, PublishedInsight } from '../ports.ts';
import { aboutEpisode, chooseThemes, type ThemeRater } from './assign-themes.ts';
import type { ComparableClaim } from './compare-claims.ts';
import type { ProvenDraft } from './prove-drafts.ts';
import { scoreInsight } from './score-insight.ts';
import { toComparable, toRelated, type Shelf } from './shelf.ts';

export interface Placement {
  placed: PublishedInsight[];
  /** Insights of the episode that stood before and stay: those of a run that was cut short, or of an earlier reading. */
  standing: PublishedInsight[];
  /** Those that this reading did not choose, and that may go. */
  removed: PublishedInsight[];
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
  /** An earlier part of the same talk, whose claims count as the episode's own. */
  original?: EpisodeId | undefined;
  /** Whether an insight may go that stands and is not chosen again; without it, all stay. */
  mayRemove?: ((standing: PublishedInsight) => boolean) | undefined;
}

interface Ranked {
  proven: ProvenDraft;
  claim: ComparableClaim;
}

/**
 * Themes, near-duplicates, relations and score for the proven drafts of one episode, best first; those that stay are put on the
 * shelf, and those that go are taken from it. What stands is never changed.
 */
export async function placeInsights(
  drafts: readonly ProvenDraft[],
  placing: Placing,
  embedder: Embedder,
): Promise<Placement> {
  const claims = await toComparable(
    drafts.map(({ draft }) => draft),
    embedder,
  );
  const ranked = drafts
    .map((proven, index): Ranked => ({ proven, claim: claims[index]! }))
    .toSorted((a, b) => b.proven.draft.importance - a.proven.draft.importance);
  const kept = keepChosen(ranked, placing);
  return { ...kept, ...placeNew(ranked, placing) };
}

/** Takes from the shelf what may go and is not chosen again. */
function keepChosen(ranked: readonly Ranked[], placing: Placing): Pick<Placement, 'standing' | 'removed'> {
  const { episode, shelf, mayRemove = () => false } = placing;
  const chosen = new Set(ranked.map((one) => findTwin(one, placing)?.id));
  const { removed = [], standing = [] } = Object.groupBy(shelf.ofEpisode(episode.id), (one) =>
    !chosen.has(one.id) && mayRemove(one) ? 'removed' : 'standing',
  );
  for (const { id } of removed) shelf.remove(id);
  return { standing, removed };
}

const findTwin = ({ proven, claim }: Ranked, { episode, shelf, original }: Placing) =>
  shelf.findTwin(proven.quote, claim, original ? [episode.id, original] : [episode.id]);

function placeNew(ranked: readonly Ranked[], placing: Placing): Pick<Placement, 'placed' | 'dropped' | 'duplicateOf'> {
  const { episode, shelf } = placing;
  const standing = new Set(shelf.ofEpisode(episode.id));
  const about = aboutEpisode(episode, [...ranked.map(({ proven }) => proven.quote.text), ...quotesOf(standing)]);
  const said = [...ranked.map(({ proven }) => proven), ...[...standing].map(({ insight }) => insight)].flatMap(
    wordsSaid,
  );
  const [placed, dropped]: [PublishedInsight[], string[]] = [[], []];
  const sources = new Set<EpisodeId | undefined>();
  for (const one of ranked) {
    const twin = findTwin(one, placing);
    sources.add(twin?.insight.episode);
    const outcome = twin
      ? whyNot(twin, episode, standing)
      : placeOne(one, placing, { standing: standing.size, about, said });
    if (typeof outcome === 'string') dropped.push(outcome);
    else {
      shelf.add(outcome, one.claim, episode.show);
      placed.push(outcome);
    }
  }
  const [source] = sources;
  const repeatsOne = sources.size === 1 && source !== undefined && source !== episode.id;
  return { placed, dropped, ...(repeatsOne && { duplicateOf: source }) };
}

const quotesOf = (published: Iterable<PublishedInsight>) => [...published].map(({ insight }) => insight.quote.text);

function whyNot(twin: PublishedInsight, episode: Episode, standing: ReadonlySet<PublishedInsight>): string {
  if (twin.insight.episode !== episode.id) return 'said before in another episode';
  if (twin.insight.withdrawn) return 'withdrawn by hand';
  return standing.has(twin) ? 'published already' : 'said before in the same episode';
}

/** The insight, or why it is not published. */
function placeOne(
  { proven, claim: comparable }: Ranked,
  placing: Placing,
  { standing, about, said }: { standing: number; about: string; said: readonly string[] },
): PublishedInsight | string {
  const { draft, quote, place } = proven;
  const { episode, shelf } = placing;
  const { title, claim } = draft;
  const fits = placing.rateThemes(quote.text || claim, comparable.vector, about);
  const themes = chooseThemes(fits, draft.themes);
  if (themes.length === 0) return 'of no theme';
  if (!hasRoom(shelf.ofEpisode(episode.id), quote.text))
    return standing > 0 ? 'no room beside what is published' : 'over the bounds of an episode';
  if (episode.excerpts === false && [title, claim].some((text) => isQuotation(text, said)))
    return 'claim that quotes a show which does not allow it';
  const near = shelf.findNear(comparable, episode.id);
  const insight = Insight.safeParse({
    ...header(draft, placing, themes),
    speaker: place.speaker,
    quote,
    related: toRelated(near, episode.show),
    score: scoreInsight(
      { importance: toStored(draft.importance), claim, themes, publishedAt: episode.publishedAt },
      { fits, near },
    ),
  });
  if (!insight.success) return `malformed: ${insight.error.issues[0]?.path.join('.')}`;
  const id = insightIdOf({ episode: episode.id, publishedAt: episode.publishedAt, title, quote: quote.text });
  return { id, insight: { ...insight.data, checksum: checksumOf(insight.data, claim) }, claim };
}

/** 0 to 1 with three digits, so that a score can be set anew from the file. */
const toStored = (importance: number) => Math.round(Math.min(1, Math.max(0, importance)) * 1000) / 1000;

function header(
  { title, importance, reason, figures = [] }: ProvenDraft['draft'],
  placing: Placing,
  themes: ThemeId[],
) {
  const { episode, engine, today } = placing;
  const { name, model, prompt } = engine;
  return {
    title,
    episode: episode.id,
    publishedAt: episode.publishedAt,
    addedAt: today,
    themes,
    figures,
    importance: toStored(importance),
    reason,
    engine: { name, model, prompt },
  };
}

/** What was withdrawn is quoted nowhere, and takes no room. */
function hasRoom(published: readonly PublishedInsight[], quote: string): boolean {
  const shown = published.filter(({ insight }) => !insight.withdrawn);
  const quoted = [quote, ...shown.map(({ insight }) => insight.quote.text)];
  const words = quoted.reduce((sum, text) => sum + wordsOf(text).length, 0);
  return shown.length < LIMITS.insightsPerEpisode && words <= LIMITS.quotedWordsPerEpisode;
}
