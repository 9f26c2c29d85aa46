import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { indexTranscript, locateQuote, type TranscriptIndex } from '#domain/locate-quote.ts';
import { parseTranscript } from '../adapters/transcripts/parse-transcript.ts';

/** What one reader kept of an episode; passages without a theme are no insights on the beat. */
const Marks = z.object({
  episode: z.string(),
  insights: z.array(z.object({ quote: z.string(), themes: z.array(z.string()), importance: z.number() })),
});
const Episodes = z.object({
  episodes: z.array(z.object({ id: z.string(), title: z.string(), description: z.string().default('') })),
});

interface Span {
  from: number;
  to: number;
}
/** A talk with what each of its readers kept on the themes, as word spans. */
export interface MarkedTalk {
  id: string;
  title: string;
  description: string;
  index: TranscriptIndex;
  kept: Span[][];
}

/** Reads `marks/*.json`, one reader's marks of one episode each, with `corpus/episodes.json` and `corpus/transcripts/<episode>.*`. */
export function readMarkedTalks(marks: string, corpus: string): MarkedTalk[] {
  const files = readdirSync(marks).filter((name) => name.endsWith('.json'));
  const readers = files.map((name) => Marks.parse(readJson(join(marks, name))));
  const { episodes } = Episodes.parse(readJson(join(corpus, 'episodes.json')));
  const transcripts = readdirSync(join(corpus, 'transcripts'));
  return [...Map.groupBy(readers, ({ episode }) => episode)].map(([id, ofEpisode]) => {
    const { title = id, description = '' } = episodes.find((episode) => episode.id === id) ?? {};
    const file = transcripts.find((name) => name.replace(/\.\w+$/, '') === id);
    if (file === undefined) throw new Error(`${corpus}/transcripts has no transcript of ${id}`);
    const path = join(corpus, 'transcripts', file);
    const index = indexTranscript(parseTranscript(readFileSync(path), { url: file }).transcript);
    const spansOf = ({ insights }: z.infer<typeof Marks>) =>
      insights.flatMap(({ quote, themes }) => (themes.length > 0 ? (locateQuote(index, quote) ?? []) : []));
    return { id, title, description, index, kept: ofEpisode.map(spansOf) };
  });
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
