import type { Day, InsightId, ThemeId } from '#domain/ids.ts';
import type { Theme } from '#domain/theme.ts';
import type { Urls } from '../urls.ts';
import { writeClock } from '../write-clock.ts';
import { writeShortDay } from '../write-times.ts';
import type { Passage, PublishedInsight } from './archive.ts';
import type { RelatedInsight } from './link-related.ts';
import { sayHow } from './say-how.ts';

export interface Link {
  title: string;
  url: string;
}
/** A theme as it is named beside an insight. */
export interface ThemeMark extends Link {
  id: ThemeId;
}
/** An insight as it stands in a list. */
export interface InsightLine extends Link {
  id: InsightId;
  claim: string;
  themes: readonly ThemeMark[];
  speaker?: string | undefined;
  /** Page of the speaker. */
  speakerUrl?: string | undefined;
  show: Link;
  episode: Link;
  date: Day;
  /** "12:04", or "about 12:04". */
  moment?: string | undefined;
  /** What it contradicts, or is contradicted by. */
  contradiction?: Contradiction | undefined;
}
/** Who says the opposite, and when: "Ada Price, 2 Jul 2026". */
interface Contradiction extends Link {
  /** As a lead-in: "Contradicts", "Contradicted by". */
  how: string;
}

/** What a list says of `insight`. */
export function lineOf(insight: PublishedInsight, urls: Urls): InsightLine {
  const { id, title, claim, speaker, show, episode, publishedAt, passage } = insight;
  return {
    ...{ id, title, claim, speaker, url: urls.insight(id), date: publishedAt },
    speakerUrl: insight.person && urls.person(insight.person.slug),
    themes: insight.themes.map((theme) => markOf(theme, urls)),
    show: { title: show.title, url: urls.show(show.id) },
    episode: { title: episode.title, url: urls.episode(show.id, episode.id) },
    moment: passage && momentOf(passage),
    contradiction: insight.against && contradictionOf(insight.against, urls),
  };
}

function contradictionOf(against: RelatedInsight, urls: Urls): Contradiction {
  const { id, person, show, publishedAt } = against.insight;
  const title = `${person?.name ?? show.title}, ${writeShortDay(publishedAt)}`;
  return { how: sayHow(against), title, url: urls.insight(id) };
}

export const markOf = ({ id, title }: Theme, urls: Urls): ThemeMark => ({ id, title, url: urls.theme(id) });

export const momentOf = ({ startMs, approximate }: Passage): string =>
  `${approximate ? 'about ' : ''}${writeClock(startMs)}`;
