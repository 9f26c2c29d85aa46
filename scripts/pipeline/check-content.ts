import { locateQuote, indexTranscript } from '#domain/locate-quote.ts';
import type { Episode } from '#domain/episode.ts';
import type { ThemeId } from '#domain/ids.ts';
import type { Archive, PublishedInsight, TranscriptReader } from '../ports.ts';

export interface ContentCheck {
  /** One line each: which file, what is wrong, what to do. */
  problems: string[];
  /** How many quotes were found again in their transcripts, and how many transcripts were not at hand. */
  quotes: { proven: number; unchecked: number };
}

/** Proves a content folder again: every link leads somewhere, and every quote is in its transcript, where that is still at hand. */
export async function checkContent(
  archive: Archive,
  themes: ReadonlySet<ThemeId>,
  transcripts: TranscriptReader,
): Promise<ContentCheck> {
  const problems = [...archive.problems, ...findDeadLinks(archive, themes)];
  const quotes = { proven: 0, unchecked: 0 };
  const insightsOf = Map.groupBy(archive.insights, ({ insight }) => insight.episode);
  for (const episode of archive.episodes) {
    const insights = (insightsOf.get(episode.id) ?? []).filter(({ insight }) => !insight.withdrawn);
    const index = insights.length > 0 ? await readAgain(episode, transcripts) : undefined;
    const unproven = index ? insights.filter(({ insight }) => !locateQuote(index, insight.quote.text)) : [];
    problems.push(
      ...unproven.map(
        ({ id }) =>
          `insights/${id}: quote.text: these words are not in the transcript of ${episode.id}; write them as they were said, or withdraw the insight`,
      ),
    );
    if (index) quotes.proven += insights.length - unproven.length;
    else quotes.unchecked += insights.length;
  }
  return { problems, quotes };
}

function findDeadLinks({ episodes, insights, digests }: Archive, themes: ReadonlySet<ThemeId>): string[] {
  const episodeIds = new Set(episodes.map(({ id }) => id));
  const insightIds = new Set(insights.map(({ id }) => id));
  const linksOf = ({ id, insight }: PublishedInsight) => [
    ...(episodeIds.has(insight.episode) ? [] : [`insights/${id}: episode: there is no episode ${insight.episode}`]),
    ...insight.themes
      .filter((theme) => !themes.has(theme))
      .map((theme) => `insights/${id}: themes: there is no theme ${theme}; add themes/${theme}.mdx, or take it out`),
    ...insight.related
      .filter((other) => !insightIds.has(other.id))
      .map((other) => `insights/${id}: related: there is no insight ${other.id}`),
  ];
  return [
    ...insights.flatMap(linksOf),
    ...episodes.flatMap(({ id, duplicateOf }) =>
      duplicateOf && !episodeIds.has(duplicateOf)
        ? [`episodes/${id}: duplicateOf: there is no episode ${duplicateOf}`]
        : [],
    ),
    ...digests.flatMap(({ date, insights: chosen }) =>
      chosen
        .filter(({ id }) => !insightIds.has(id))
        .map(({ id }) => `digests/${date}: insights: there is no insight ${id}`),
    ),
  ];
}

async function readAgain({ transcript }: Episode, transcripts: TranscriptReader) {
  if (!transcript) return undefined;
  try {
    return indexTranscript((await transcripts.read({ url: transcript.from })).transcript);
  } catch {
    // Not in the cache: nothing can be said about it, which is no fault of the content.
    return undefined;
  }
}
