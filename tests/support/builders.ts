import type { Episode } from '#domain/episode.ts';
import type { EpisodeId, InsightId, Day, ShowId, ThemeId } from '#domain/ids.ts';
import type { Insight } from '#domain/insight.ts';
import { Show } from '#domain/show.ts';
import type { Theme } from '#domain/theme.ts';
import type { Cue, Transcript } from '#domain/transcript.ts';
import type { FeedItem, PublishedInsight } from '../../scripts/ports.ts';

/** Small valid values for tests; a test names only what it is about. */
export const aShow = (fields: Partial<Show> = {}): Show => ({
  ...Show.parse({ id: 'bike-talk', title: 'Bike Talk', feed: 'https://example.org/feed.xml' }),
  ...fields,
});

export const anItem = (fields: Partial<FeedItem> = {}): FeedItem => ({
  guid: 'guid-1',
  title: 'Gears',
  publishedAt: new Date('2026-07-02T06:00:00Z'),
  people: [],
  transcripts: [],
  ...fields,
});

export const anEpisode = (fields: Partial<Episode> = {}): Episode => ({
  id: '2026-07-02-gears-ab12' as EpisodeId,
  show: 'bike-talk' as ShowId,
  guid: 'guid-1',
  title: 'Gears',
  publishedAt: '2026-07-02' as Day,
  people: [],
  status: 'published',
  ...fields,
});

export const aTheme = (fields: Partial<Theme> = {}): Theme => ({
  id: 'gearing' as ThemeId,
  title: 'Gearing',
  description: 'How bicycles change gear.',
  definition: 'What is said of chains, sprockets and hub gears belongs here; frames and tyres do not.',
  order: 1,
  color: 'oklch(0.5 0.1 20)',
  terms: ['hub gear', 'derailleur', 'chain'],
  hints: [],
  ...fields,
});

export const CLAIM =
  'Hub gears need less care than a derailleur because the whole mechanism runs in an oil bath, which is why couriers who ride all winter pay three times the price for them.';
export const QUOTE =
  'a hub gear just runs in its oil bath all winter and that is why couriers pay three times the price';

export const anInsight = (fields: Partial<Insight> = {}): Insight => ({
  title: 'Couriers pay three times the price for hub gears',
  episode: '2026-07-02-gears-ab12' as EpisodeId,
  publishedAt: '2026-07-02' as Day,
  addedAt: '2026-07-03' as Day,
  themes: ['gearing' as ThemeId],
  quote: { text: QUOTE, startMs: 1000, endMs: 9000 },
  figures: [],
  related: [],
  score: 0.8,
  engine: { name: 'embedded' },
  ...fields,
});

export const published = (id: string, fields: Partial<Insight> = {}, claim = CLAIM): PublishedInsight => ({
  id: id as InsightId,
  insight: anInsight(fields),
  claim,
});

export const aTranscript = (...cues: (string | Cue)[]): Transcript => ({
  cues: cues.map((cue) => (typeof cue === 'string' ? { text: cue } : cue)),
});
