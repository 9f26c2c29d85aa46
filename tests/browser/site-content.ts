import {
  anEpisode,
  anInsight,
  CLAIM,
  digestFile,
  episodeFile,
  idOf,
  insightFile,
  SHOW,
  showsFile,
} from '../site/content-tree.ts';

/** An insight whose quote can be heard: from 20 to 22 seconds of `audio`. */
export const HEARD = anInsight({
  title: 'Tokens are sold below what they cost',
  quote: { text: anInsight().quote.text, startMs: 20_000, endMs: 22_000 },
});
const CHINESE = anInsight({
  title: 'The price war has a Chinese name',
  themes: ['involution'],
  speaker: undefined,
  quote: { text: 'the word for it is 内卷 and everybody who runs a company there knows what it means' },
});
const LATER = anInsight({
  title: 'A later voice says the opposite',
  publishedAt: '2026-07-09',
  related: [{ id: idOf(HEARD), similarity: 0.9, relation: 'contradicts' }],
});

/** A small content tree on the repository's own themes. */
export const siteContent = (audio: string): Record<string, string> => ({
  ...insightFile(HEARD),
  ...insightFile(CHINESE),
  ...insightFile(LATER, `${CLAIM} Or so it was said, since the meter of a hyperscaler tells another story.`),
  ...episodeFile(anEpisode({ audio })),
  ...digestFile('2026-07-03', [idOf(HEARD), idOf(CHINESE)]),
  ...showsFile(SHOW),
});
