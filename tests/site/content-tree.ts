import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Digest } from '#domain/digest.ts';
import { Episode } from '#domain/episode.ts';
import { insightIdOf, type InsightId } from '#domain/ids.ts';
import { Insight } from '#domain/insight.ts';
import type { Theme } from '#domain/theme.ts';
import { insightPath, writeInsightFile } from '#markdown/insight-file.ts';

export const CLAIM =
  'A lab that sells tokens below what they cost to serve is buying a market rather than winning it, and the bill arrives when the capital that paid for the discount asks for a return on it.';
export const QUOTE =
  'they are selling every token below what it costs them to serve it, and somebody pays for that in the end';

/** The folder of a content tree, filled file by file. */
export async function writeTree(dir: string, files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, name)), { recursive: true });
    await writeFile(join(dir, name), text);
  }
}

type Fields<T> = { [K in keyof T]?: unknown };

export const anEpisode = (fields: Fields<Episode> = {}): Episode =>
  Episode.parse({
    id: '2026-07-02-the-price-of-a-token-aaaa',
    show: 'price-talk',
    guid: 'guid-1',
    title: 'The price of a token',
    link: 'https://podcast.example/episodes/1',
    publishedAt: '2026-07-02',
    durationMs: 60_000,
    transcript: { from: 'https://example.org/1.vtt', type: 'vtt' },
    status: 'published',
    ...fields,
  });

export const anInsight = (fields: Fields<Insight> = {}): Insight =>
  Insight.parse({
    title: 'Tokens are sold below what they cost',
    episode: '2026-07-02-the-price-of-a-token-aaaa',
    publishedAt: '2026-07-02',
    addedAt: '2026-07-03',
    themes: ['token-pricing'],
    speaker: 'Ada Price',
    quote: { text: QUOTE, startMs: 20_000, endMs: 22_000 },
    score: 0.5,
    engine: { name: 'embedded' },
    ...fields,
  });

export const idOf = ({ episode, publishedAt, title, quote }: Insight): InsightId =>
  insightIdOf({ episode, publishedAt, title, quote: quote.text });

export const insightFile = (insight: Insight, claim = CLAIM): Record<string, string> => ({
  [insightPath(idOf(insight))]: writeInsightFile(insight, claim),
});
export const episodeFile = (episode: Episode): Record<string, string> => ({
  [`episodes/${episode.show}/${episode.id}.json`]: JSON.stringify(episode),
});
export const digestFile = (date: string, ids: readonly string[]): Record<string, string> => ({
  [`digests/${date}.json`]: JSON.stringify(
    Digest.parse({ date, insights: ids.map((id) => ({ id, reason: 'The clearest figure of the day.' })) }),
  ),
});
export const themeFile = (
  { id, title, ...rest }: Pick<Theme, 'id' | 'title'> & Partial<Theme>,
  primer = 'A primer.',
): Record<string, string> => {
  const definition = 'What belongs here is what is said about it, and nothing else does.';
  const data = {
    title,
    description: `About ${title}`,
    definition,
    order: 1,
    color: 'oklch(0.55 0.12 15)',
    terms: ['one', 'two', 'three'],
    ...rest,
  };
  return { [`themes/${id}.mdx`]: `---\n${JSON.stringify(data)}\n---\n\n${primer}\n` };
};
export const showsFile = (...shows: object[]): Record<string, string> => ({ 'shows.yaml': JSON.stringify(shows) });
export const SHOW = { id: 'price-talk', title: 'Price Talk', feed: 'https://example.org/feed.xml' };
