import type { Digest } from '#domain/digest.ts';
import type { Episode } from '#domain/episode.ts';
import {
  personSlugOf,
  type Day,
  type EpisodeId,
  type InsightId,
  type PersonSlug,
  type ShowId,
  type ThemeId,
} from '#domain/ids.ts';
import type { Figure, Insight } from '#domain/insight.ts';
import { isSecretFeed } from '#domain/secret-address.ts';
import type { Show } from '#domain/show.ts';
import type { Theme } from '#domain/theme.ts';
import { linkRelated, type RelatedInsight, type RelatedInsights } from './link-related.ts';
import { inOurWords } from './said-figures.ts';
import { speakersOf, type SpeakerRef } from './speakers.ts';
import { withhold, type ShownDigest, type WithdrawnInsight } from './withhold.ts';

/** The content as the loaders give it. */
export interface Collections {
  insights: readonly StoredInsight[];
  episodes: readonly Episode[];
  digests: readonly Digest[];
  shows: readonly Show[];
  themes: readonly Theme[];
}
export type StoredInsight = Insight & { id: InsightId; claim: string; claimHtml: string };
export type ShowRef = Pick<Show, 'id' | 'title' | 'excerpts'>;

/** An insight that may be shown, with what it belongs to; what may not be shown is not in it. */
export interface PublishedInsight {
  id: InsightId;
  title: string;
  claim: string;
  claimHtml: string;
  publishedAt: Day;
  addedAt: Day;
  score: number;
  themes: readonly Theme[];
  speaker?: string | undefined;
  /** Of the speaker. */
  person?: SpeakerRef | undefined;
  episode: Episode;
  show: ShowRef;
  /** Absent where the show does not let its words be quoted. */
  quote?: string | undefined;
  passage?: Passage | undefined;
  /** As they were said; written anew from value and unit where the show does not let its words be quoted. */
  figures: readonly Figure[];
  engine: Insight['engine'];
  /** What contradicts it, or is contradicted by it, most. */
  against?: RelatedInsight | undefined;
}
/** Where in the episode the quote is. */
export interface Passage {
  startMs: number;
  endMs: number;
  approximate: boolean;
}
/** All content, linked: the one place at which `withdrawn` and `excerpts: false` take effect. Lists are newest first. */
export interface Archive {
  insights: readonly PublishedInsight[];
  /** The last day on which something was added. */
  newestRun?: Day | undefined;
  withdrawn: readonly WithdrawnInsight[];
  withdrawnInsight: (id: InsightId) => WithdrawnInsight | undefined;
  insight: (id: InsightId) => PublishedInsight | undefined;
  related: (id: InsightId) => RelatedInsights;
  /** In the order that their front matter gives. */
  themes: readonly Theme[];
  ofTheme: (id: ThemeId) => readonly PublishedInsight[];
  shows: readonly ShowRef[];
  /** As they are listed, with their feeds; also those without an episode yet. */
  followed: readonly Show[];
  ofShow: (id: ShowId) => readonly Episode[];
  /** Those who have most insights first. */
  people: readonly SpeakerRef[];
  person: (slug: PersonSlug) => SpeakerRef | undefined;
  ofPerson: (slug: PersonSlug) => readonly PublishedInsight[];
  episodes: readonly Episode[];
  ofEpisode: (id: EpisodeId) => readonly PublishedInsight[];
  digests: readonly ShownDigest[];
}

/** Links the collections. Throws where an insight names an episode that has no record; other dangling links are left out. */
export function buildArchive({ insights, episodes: recorded, digests, shows, themes }: Collections): Archive {
  const secret = new Set(shows.filter(isSecretFeed).map(({ id }) => id));
  // A show may be marked as private after its audio was put on record.
  const episodes = recorded.map((episode) => (secret.has(episode.show) ? withoutMedia(episode) : episode));
  const episodeById = new Map(episodes.map((episode) => [episode.id, episode]));
  const themeById = new Map(themes.map((theme) => [theme.id, theme]));
  const showById = new Map(shows.map((show) => [show.id, show]));
  assertEpisodes(insights, episodeById);
  const newestEpisodes = episodes.toSorted(
    (a, b) => descending(a.publishedAt, b.publishedAt) || descending(b.id, a.id),
  );
  const byShow = groupBy(newestEpisodes, ({ show }) => [show]);
  const showRef = (id: ShowId): ShowRef => showById.get(id) ?? unlistedShow(id, byShow.get(id) ?? []);

  const { withdrawn, isSilent, withoutWithheld } = withhold(insights, (id) => {
    const { show, excerpts } = episodeById.get(id)!;
    return showRef(show).excerpts && excerpts !== false;
  });
  const withdrawnById = new Map(withdrawn.map((insight) => [insight.id, insight]));

  const live = insights.filter(({ id }) => !withdrawnById.has(id)).sort(newestFirst);
  const people = speakersOf(live);
  const published = live.map((stored): PublishedInsight => {
    const episode = episodeById.get(stored.episode)!;
    const show = showRef(episode.show);
    const { id, title, claim, claimHtml, publishedAt, addedAt, score, speaker, figures, engine, quote } = stored;
    const quotable = !isSilent(episode.id);
    return {
      ...{ id, title, claim, claimHtml, publishedAt, addedAt, score, speaker, engine, episode, show },
      person: speaker === undefined ? undefined : people.get(personSlugOf(speaker)),
      themes: stored.themes.flatMap((theme) => themeById.get(theme) ?? []),
      quote: quotable ? quote.text : undefined,
      figures: quotable ? figures : inOurWords(figures),
      passage: passageOf(quote),
    };
  });
  const titles = new Set(published.map(({ title }) => title));
  const byId = new Map(published.map((insight) => [insight.id, insight]));
  const related = linkRelated(live, byId);
  for (const insight of published)
    insight.against = related.get(insight.id)?.links.find(({ relation }) => relation === 'contradicts');
  const byTheme = groupBy(published, ({ themes }) => themes.map(({ id }) => id));
  const byPerson = groupBy(published, ({ person }) => (person === undefined ? [] : [person.slug]));
  const byEpisode = groupBy(published, ({ episode }) => [episode.id]);

  return {
    insights: published,
    newestRun: newestOf(published.map(({ addedAt }) => addedAt)),
    withdrawn,
    withdrawnInsight: (id) => withdrawnById.get(id),
    insight: (id) => byId.get(id),
    related: (id) => related.get(id) ?? { links: [], count: 0, alsoSaidOn: [] },
    themes: themes.toSorted((a, b) => a.order - b.order || descending(b.id, a.id)),
    ofTheme: (id) => byTheme.get(id) ?? [],
    shows: [...byShow.keys()].map(showRef).sort((a, b) => a.title.localeCompare(b.title, 'en')),
    followed: shows,
    ofShow: (id) => byShow.get(id) ?? [],
    people: [...byPerson]
      .sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || descending(b, a))
      .flatMap(([slug]) => people.get(slug) ?? []),
    person: (slug) => people.get(slug),
    ofPerson: (slug) => byPerson.get(slug) ?? [],
    episodes: newestEpisodes,
    ofEpisode: (id) => byEpisode.get(id) ?? [],
    digests: digests.map((digest) => withoutWithheld(digest, titles)).sort((a, b) => descending(a.date, b.date)),
  };
}

function assertEpisodes(insights: readonly StoredInsight[], episodes: ReadonlyMap<EpisodeId, Episode>): void {
  const orphans = insights.filter(({ episode }) => !episodes.has(episode));
  if (orphans.length === 0) return;
  const lines = orphans.map(
    ({ id, episode }) => `insight ${id}: episode: there is no record of the episode "${episode}"`,
  );
  throw new Error(`${lines.join('\n')}\nBring back the file episodes/<show>/<id>.json of each, or mend the field.`);
}

function passageOf({ startMs, endMs, approximate }: Insight['quote']): Passage | undefined {
  if (startMs === undefined || endMs === undefined) return undefined;
  return { startMs, endMs, approximate: approximate ?? false };
}

function groupBy<T, K>(items: readonly T[], keysOf: (item: T) => readonly K[]): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) (groups.get(key) ?? groups.set(key, []).get(key)!).push(item);
  }
  return groups;
}

const newestOf = (days: readonly Day[]) =>
  days.length > 0 ? days.reduce((newest, day) => (day > newest ? day : newest)) : undefined;

const newestFirst = (a: StoredInsight, b: StoredInsight) =>
  descending(a.publishedAt, b.publishedAt) || b.score - a.score || descending(b.id, a.id);
const descending = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0);

const withoutMedia = (episode: Episode): Episode => ({ ...episode, audio: undefined, chapters: undefined });

/** A show that is in no list (any more) has the name that its newest episode gives it. */
const unlistedShow = (id: ShowId, episodes: readonly Episode[]): ShowRef => ({
  id,
  title: episodes.find(({ showTitle }) => showTitle)?.showTitle ?? titleFrom(id),
  // Nobody says any more whether it lets itself be quoted: what it last forbade stays so.
  excerpts: episodes.every(({ excerpts }) => excerpts !== false),
});

const titleFrom = (id: ShowId) => id.replaceAll('-', ' ').replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
