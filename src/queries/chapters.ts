import type { Chapter } from '#domain/chapter.ts';
import { chaptersInNotes } from '#domain/chapters-in-notes.ts';
import type { Episode } from '#domain/episode.ts';
import { writeClock } from '../write-clock.ts';
import type { PublishedInsight } from './archive.ts';
import { sourceOf } from './passages.ts';

export interface ChapterView {
  /** "12:30" */
  start: string;
  title: string;
  /** Where it begins: a share of the episode's length, from 0 to 1. */
  from?: number | undefined;
  /** Opens the episode there, where its host is known to take a moment. */
  url?: string | undefined;
  insights: readonly PublishedInsight[];
}

/** The chapters of an episode in order, each with the insights that begin in it; none where no chapters are known. */
export function chaptersOf(episode: Episode, insights: readonly PublishedInsight[]): ChapterView[] {
  const chapters = withBeginning(knownChapters(episode), insights);
  return chapters.map(({ startMs, title }, index) => {
    const endMs = chapters[index + 1]?.startMs ?? Infinity;
    const source = sourceOf(episode, { startMs, endMs, approximate: false });
    return {
      ...{ title, start: writeClock(startMs) },
      from: episode.durationMs ? startMs / episode.durationMs : undefined,
      url: source?.atMoment ? source.url : undefined,
      insights: insights.filter(({ passage }) => passage && passage.startMs >= startMs && passage.startMs < endMs),
    };
  });
}

const CUT_OFF = 'From here on, the list of chapters is cut off';

function knownChapters({ chapterList, description = '', durationMs }: Episode): Chapter[] {
  if (chapterList) return chapterList.filter(({ startMs }) => startMs < (durationMs ?? Infinity));
  const listed = chaptersInNotes(description, durationMs);
  const last = listed.at(-1);
  // Records keep the first 2,000 characters of the notes.
  if (!last || !description.endsWith('…') || !last.title.endsWith('…')) return listed;
  return [...listed.slice(0, -1), { ...last, title: CUT_OFF }];
}

/** What was said before the first chapter has a place, too. */
function withBeginning(chapters: readonly Chapter[], insights: readonly PublishedInsight[]): readonly Chapter[] {
  const [first] = chapters;
  const isBefore = ({ passage }: PublishedInsight) => first && passage && passage.startMs < first.startMs;
  return insights.some(isBefore) ? [{ startMs: 0, title: 'The beginning' }, ...chapters] : chapters;
}
