import { z } from 'zod';
import { CHAPTER_LIMITS, orderChapters, type Chapter } from '#domain/chapter.ts';
import { ItemError } from '../errors.ts';
import type { ChapterReader, Fetcher } from '../ports.ts';
import { decodeText } from './decode-text.ts';
import { plainLine } from './feeds/plain-text.ts';
import { refuseWildJson } from './refuse-wild-json.ts';

const MAX_BYTES = 1024 * 1024;
/** No episode is as long. */
const MAX_SECONDS = 100 * 3600;
/** Of a file of 1 MB; a chapter has three. */
const MOST_VALUES = 50_000;
const ACCEPT = 'application/json+chapters, application/json;q=0.9, */*;q=0.1';

const Entry = z.object({
  /** Seconds; some hosts write them as text. */
  startTime: z
    .union([z.number(), z.string().trim().min(1)])
    .transform(Number)
    .pipe(z.number().min(0).max(MAX_SECONDS)),
  title: z.string(),
  /** `false`: a change of picture or link, to be in no list. */
  toc: z.boolean().optional().catch(undefined),
});
const File = z.object({ chapters: z.array(z.unknown()) });

/** Reads Podcasting 2.0 chapters (JSON) from the web; the stored body is taken where there is one, and dropped where it is of no use. */
export function createFeedChapterReader(fetcher: Fetcher): ChapterReader {
  return {
    async read(url, show) {
      const { body, contentType } = await fetcher.fetch(url, {
        accept: ACCEPT,
        maxBytes: MAX_BYTES,
        show,
        cache: 'force-cache',
      });
      const chapters = parseChapters(body, contentType);
      if (chapters.length > 0) return chapters;
      await fetcher.forget(url);
      throw new ItemError(`${url}: no chapters in it, so the episode is shown without them`);
    },
  };
}

/** What is no chapter is left out, so that one slip of a host does not cost the others. */
function parseChapters(body: Uint8Array, contentType: string | undefined): Chapter[] {
  const file = File.safeParse(readJson(body, contentType));
  const entries = (file.data?.chapters ?? []).flatMap((entry) => Entry.safeParse(entry).data ?? []);
  const listed = entries.filter(({ toc, title }) => toc !== false && !title.includes('\ufffd'));
  return orderChapters(
    listed.map(({ startTime, title }) => ({
      startMs: Math.round(startTime * 1000),
      title: plainLine(title, CHAPTER_LIMITS.titleCharacters),
    })),
  );
}

function readJson(body: Uint8Array, contentType: string | undefined): unknown {
  try {
    const text = decodeText(body, contentType);
    refuseWildJson(text, MOST_VALUES);
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
