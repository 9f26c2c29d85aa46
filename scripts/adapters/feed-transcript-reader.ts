import { ItemError, messageOf } from '../errors.ts';
import type { Fetcher, TranscriptReader } from '../ports.ts';
import { parseTranscript } from './transcripts/parse-transcript.ts';

const MAX_BYTES = 16 * 1024 * 1024;
const ACCEPT =
  'text/vtt, application/json, application/x-subrip, application/srt, text/html;q=0.8, text/plain;q=0.8, */*;q=0.1';

/**
 * Reads transcripts from the web. They do not change, so the stored body is taken where there is one; a body that proves
 * useless is dropped, to be asked for again by the next run.
 */
export function createFeedTranscriptReader(fetcher: Fetcher): TranscriptReader {
  return {
    async read({ url, type: declared, language }, show) {
      const fetched = await fetcher.fetch(url, { accept: ACCEPT, maxBytes: MAX_BYTES, show, cache: 'force-cache' });
      try {
        const { transcript, type } = parseTranscript(fetched.body, {
          type: declared,
          url,
          contentType: fetched.contentType,
        });
        return { transcript: { ...(language && { language }), ...transcript }, source: { from: url, type } };
      } catch (error) {
        await fetcher.forget(url);
        throw new ItemError(`The transcript at ${url} is of no use: ${messageOf(error)}`, { cause: error });
      }
    },
  };
}
