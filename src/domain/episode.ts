import { z } from 'zod';
import { Chapter, CHAPTER_LIMITS } from './chapter.ts';
import { Day, EpisodeId, ShowId } from './ids.ts';
import { ReadableLine, ReadableText } from './readable-text.ts';
import { TalkSketch } from './talk-sketch.ts';

const TranscriptType = z.enum(['json', 'vtt', 'srt', 'html', 'text', 'speech']);
/** Where a transcript was read from: an address, or the name of a file in the folder of `--transcripts`; of `speech`, the audio that a model heard. */
export const TranscriptSource = z.strictObject({
  from: ReadableText,
  type: TranscriptType,
  /** That heard it. */
  model: ReadableLine.optional(),
});
export type TranscriptSource = z.infer<typeof TranscriptSource>;

export const Person = z.strictObject({ name: ReadableLine.min(1), role: ReadableLine.optional() });
export type Person = z.infer<typeof Person>;

export const EpisodeStatus = z.enum(['published', 'no-insight', 'waiting', 'failed', 'duplicate']);
export type EpisodeStatus = z.infer<typeof EpisodeStatus>;

/** `content/episodes/<show>/<id>.json`. Nothing in it changes from run to run unless the status does. */
export const Episode = z.strictObject({
  id: EpisodeId,
  show: ShowId,
  /** The show's title as of this episode: it outlives the show's line in `shows.yaml`. */
  showTitle: ReadableLine.min(1).optional(),
  /** The show did not let its words be quoted when this was read. */
  excerpts: z.literal(false).optional(),
  /** As the feed has it, to the last character: by this it is known again, and it is never shown. */
  guid: z.string().min(1),
  title: ReadableLine.min(1),
  description: ReadableText.optional(),
  link: ReadableText.optional(),
  audio: ReadableText.optional(),
  publishedAt: Day,
  durationMs: z.number().int().nonnegative().optional(),
  people: z.array(Person).default([]),
  /** Address of a Podcasting 2.0 chapters file. */
  chapters: ReadableText.optional(),
  /** What that file lists, or show notes that are longer than the description, as of the reading. */
  chapterList: z.array(Chapter).max(CHAPTER_LIMITS.count).optional(),
  transcript: TranscriptSource.optional(),
  status: EpisodeStatus,
  reason: ReadableText.optional(),
  /** The episode that this one repeats, or holds as a part. */
  duplicateOf: EpisodeId.optional(),
  /** By which the same talk is known again; absent where none was read, and in older records. */
  sketch: TalkSketch.optional(),
});
export type Episode = z.infer<typeof Episode>;

/** Why an episode that nobody looked at yet is on record: a run was told to read only so many. */
export const POSTPONED = 'not read yet: over the limit of an earlier run';

const isDecided = ({ status }: Episode) => status !== 'waiting' && status !== 'failed';

/**
 * A record changes only with its status, so that runs without news change no file; a postponed one was never looked at, and an
 * older one gets its sketch when it is read again.
 * What was decided stays so until another reading decides otherwise, and no episode takes the place of another.
 */
export function mayReplace(before: Episode, after: Episode): boolean {
  if (before.guid !== after.guid || (isDecided(before) && !isDecided(after))) return false;
  const isSketched = before.sketch === undefined && after.sketch !== undefined;
  return before.status !== after.status || isSketched || (before.reason === POSTPONED && after.reason !== POSTPONED);
}
