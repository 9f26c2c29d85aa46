import type { TranscriptSource } from '#domain/episode.ts';
import { isSecretFeed } from '#domain/secret-address.ts';
import type { Transcript } from '#domain/transcript.ts';
import { SettingsError } from '../errors.ts';
import type { Transcriber, TranscriptFolder, TranscriptLink, TranscriptReader } from '../ports.ts';
import { publicMessage, publicReading } from './hide-secrets.ts';
import type { Candidate } from './find-candidates.ts';

export type FoundTranscript = { transcript: Transcript; source: TranscriptSource };
export interface TranscriptPorts {
  transcripts: TranscriptReader;
  /** The folder of `--transcripts`. */
  folder?: TranscriptFolder | undefined;
  /** Absent where nobody listens. */
  transcriber?: Pick<Transcriber, 'transcribe'> | undefined;
}

/** So many links of an episode are tried: there are five formats, and a feed that names thousands would hold up all others. */
const MOST_LINKS = 10;
/** Richest first: speakers and times, then times, then neither (Podcasting 2.0 `podcast:transcript`). */
const RICHNESS = [/json/, /vtt/, /srt|subrip/, /html/, /plain|text/];

/** The richest transcript that works: those of the feed, then the user's folder, then what is heard of the audio. Else why the episode waits. */
export async function findTranscript(
  { episode, transcripts, show }: Candidate,
  ports: TranscriptPorts,
): Promise<FoundTranscript | { waiting: string }> {
  const failures: string[] = [];
  for (const link of byRichness(transcripts, show.language).slice(0, MOST_LINKS)) {
    try {
      return publicReading(await ports.transcripts.read(link, show.id), show);
    } catch (error) {
      failures.push(publicMessage(error, show, [link.url]));
    }
  }
  try {
    const found = await ports.folder?.find(episode);
    if (found) return found;
    // What is for one listener alone is handed on to nobody.
    if (episode.audio !== undefined && ports.transcriber && !isSecretFeed(show))
      return await ports.transcriber.transcribe(episode.audio, episode);
  } catch (error) {
    if (error instanceof SettingsError) throw error;
    failures.push(publicMessage(error, show, episode.audio === undefined ? [] : [episode.audio]));
  }
  return { waiting: failures.length > 0 ? failures.join('; ') : NO_TRANSCRIPT };
}

const NO_TRANSCRIPT =
  'the feed has no transcript yet; it is looked for again on every run (to have audio heard, set WINNOW_TRANSCRIBE_MODEL)';

function byRichness(links: readonly TranscriptLink[], language: string | undefined): TranscriptLink[] {
  const rankOf = ({ type, url }: TranscriptLink) => {
    const rank = RICHNESS.findIndex((pattern) => pattern.test(type?.toLowerCase() ?? url.toLowerCase()));
    return rank < 0 ? RICHNESS.length : rank;
  };
  const isOther = (link: TranscriptLink) =>
    Number(language !== undefined && link.language !== undefined && link.language.slice(0, 2) !== language.slice(0, 2));
  return links.toSorted((a, b) => isOther(a) - isOther(b) || rankOf(a) - rankOf(b));
}
