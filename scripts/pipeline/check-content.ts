import type { Episode } from '#domain/episode.ts';
import type { EpisodeId, InsightId, ThemeId } from '#domain/ids.ts';
import type { Insight, Quote } from '#domain/insight.ts';
import { indexTranscript, locateQuote, type QuotePlace, type TranscriptIndex } from '#domain/locate-quote.ts';
import { wordsOf } from '#domain/words.ts';
import { ItemError } from '../errors.ts';
import type { Archive, PublishedInsight, TranscriptReader } from '../ports.ts';
import { linkTo } from './transcript-link.ts';

export interface ContentCheck {
  /** One line each: which file, what is wrong, what to do. */
  problems: string[];
  /** How many quotes were found again in their transcripts, and how many transcripts were not at hand. */
  quotes: { proven: number; unchecked: number };
}

/**
 * Proves a content folder again: every link leads somewhere, and every quote is in its transcript, said by whom and when its
 * file says, where the transcript is still at hand. Files are named by their paths in the folder.
 */
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
    if (!index) quotes.unchecked += insights.length;
    else
      for (const published of insights) {
        const doubts = doubtsOf(published.insight, index);
        problems.push(...doubts.map((doubt) => `${insightFile(published.id)}: ${doubt}`));
        if (doubts.length === 0) quotes.proven++;
      }
  }
  return { problems, quotes };
}

const insightFile = (id: InsightId) => `insights/${id.slice(0, 4)}/${id.slice(5, 7)}/${id}.mdx`;

function findDeadLinks({ episodes, insights, digests, problems }: Archive, themes: ReadonlySet<ThemeId>): string[] {
  // What is broken is there all the same, and has its own line.
  const broken = problems.flatMap((problem) => /([^/\\]+)\.(?:mdx|json):/.exec(problem)?.[1] ?? []);
  const episodeIds = new Set<string>([...episodes.map(({ id }) => id), ...broken]);
  const insightIds = new Set<string>([...insights.map(({ id }) => id), ...broken]);
  const noEpisode = (id: EpisodeId) => (episodeIds.has(id) ? [] : [`there is no episode ${id}`]);
  const noInsight = ({ id }: { id: InsightId }) => (insightIds.has(id) ? [] : [`there is no insight ${id}`]);
  const noTheme = (id: ThemeId) =>
    themes.has(id) ? [] : [`there is no theme ${id}; add themes/${id}.mdx, or take it out`];
  const linksOf = ({ id, insight }: PublishedInsight) => [
    ...noEpisode(insight.episode).map((problem) => `${insightFile(id)}: episode: ${problem}`),
    ...insight.themes.flatMap(noTheme).map((problem) => `${insightFile(id)}: themes: ${problem}`),
    ...insight.related.flatMap(noInsight).map((problem) => `${insightFile(id)}: related: ${problem}`),
  ];
  return [
    ...insights.flatMap(linksOf),
    ...episodes.flatMap(({ id, show, duplicateOf }) =>
      duplicateOf === undefined
        ? []
        : noEpisode(duplicateOf).map((problem) => `episodes/${show}/${id}.json: duplicateOf: ${problem}`),
    ),
    ...digests.flatMap(({ date, insights: chosen }) =>
      chosen.flatMap(noInsight).map((problem) => `digests/${date}.json: insights: ${problem}`),
    ),
  ];
}

async function readAgain({ transcript }: Episode, transcripts: TranscriptReader): Promise<TranscriptIndex | undefined> {
  if (!transcript) return undefined;
  try {
    return indexTranscript((await transcripts.read(linkTo(transcript))).transcript);
  } catch (error) {
    // Not in the cache: nothing can be said about it, which is no fault of the content.
    if (error instanceof ItemError) return undefined;
    throw error;
  }
}

/** Times of captions move by some seconds when a transcript is cut into cues anew. */
const MAX_SHIFT_MS = 15_000;

/** What the transcript does not bear out; what the file leaves out is not missed. */
function doubtsOf({ episode, speaker, quote }: Insight, index: TranscriptIndex): string[] {
  const place = findPlace(quote, index);
  if (!place)
    return [
      `quote.text: these words are not in the transcript of ${episode}; write them as they were said, or withdraw the insight`,
    ];
  const doubts: string[] = [];
  // Where the transcript names nobody, a person may know better.
  if (speaker !== undefined && place.speaker !== undefined && nameOf(speaker) !== nameOf(place.speaker))
    doubts.push(`speaker: the transcript gives ${place.speaker}, not ${speaker}; write that, or take it out`);
  for (const field of ['startMs', 'endMs'] as const) {
    const [written, found] = [quote[field], place[field]];
    if (written !== undefined && found !== undefined && Math.abs(written - found) > MAX_SHIFT_MS)
      doubts.push(`quote.${field}: the words are at ${found} in the transcript, not at ${written}; write that`);
  }
  return doubts;
}

const nameOf = (speaker: string) => wordsOf(speaker).join(' ');

/** Where the quote is said nearest to its time. Words are no clock where somebody pauses, so both sides are looked at. */
function findPlace({ text, startMs }: Quote, index: TranscriptIndex): QuotePlace | undefined {
  if (startMs === undefined) return locateQuote(index, text);
  const farFrom = (place: QuotePlace) => Math.abs((place.startMs ?? 0) - startMs);
  return [startMs - MAX_SHIFT_MS, startMs, startMs + MAX_SHIFT_MS]
    .flatMap((ms) => locateQuote(index, text, wordAt(index, ms)) ?? [])
    .toSorted((a, b) => farFrom(a) - farFrom(b))[0];
}

/** Index of the word that is said at a moment, as far as the cues have times; inside a cue, in proportion. */
function wordAt({ transcript, firstWordOf }: TranscriptIndex, ms: number): number {
  const number = transcript.cues.findLastIndex(({ startMs }) => startMs !== undefined && startMs <= ms);
  const { startMs = 0, endMs = 0 } = transcript.cues[number] ?? {};
  const [first, end] = [firstWordOf[number] ?? 0, firstWordOf[number + 1] ?? 0];
  const share = Math.min(1, (ms - startMs) / Math.max(1, endMs - startMs));
  return number < 0 ? 0 : Math.round(first + (end - first) * share);
}
