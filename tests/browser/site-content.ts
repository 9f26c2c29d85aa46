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
import { searchContent } from './search-content.ts';

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

/** What three people asked for a million tokens, over half a year. */
const PRICES = [
  ['2026-01-15', 'DeepSeek asks $1.10 for a million tokens', 1.1, '$1.10 per million tokens', 'Ada Price'],
  ['2026-03-05', 'A small lab asks a quarter of a dollar', 0.25, '$0.25 per million tokens', 'Bo Lin'],
  ['2026-05-20', 'The frontier still costs fifteen dollars', 15, '$15 per million tokens', 'Ada Price'],
] as const;
const PRICED = PRICES.map(([publishedAt, title, value, text, speaker]) =>
  anInsight({
    ...{ title, publishedAt, speaker, addedAt: publishedAt },
    themes: ['token-pricing', 'moe', 'export-controls'],
    figures: [{ text, value, unit: 'USD/Mtok', subject: 'output tokens' }],
    quote: { text: `they told me that it is ${text} and I said that I would ask again tomorrow` },
    related: [{ id: idOf(HEARD), similarity: 0.8, relation: 'agrees' }],
  }),
);

/** What its show notes say of the episode. */
const NOTES = `Ada Price tells what a token costs, who pays for it, and how long that can last.
0:00 Intro
0:15 Prices
0:40 Outlook`;

/** One that a person took back. */
export const WITHDRAWN = anInsight({
  title: 'What was said in error',
  withdrawn: { date: '2026-07-10', reason: 'The speaker corrected it the next day.' },
});

/** A small content tree on the repository's own themes. */
export const siteContent = (audio: string): Record<string, string> => ({
  ...insightFile(HEARD),
  ...insightFile(WITHDRAWN),
  ...insightFile(CHINESE),
  ...insightFile(LATER, `${CLAIM} Or so it was said, since the meter of a hyperscaler tells another story.`),
  ...Object.assign({}, ...PRICED.map((insight) => insightFile(insight))),
  ...episodeFile(anEpisode({ audio, description: NOTES, people: [{ name: 'Ada Price', role: 'guest' }] })),
  ...searchContent(),
  ...digestFile('2026-07-02', PRICED.map(idOf)),
  ...digestFile('2026-07-03', [idOf(HEARD), idOf(CHINESE)]),
  ...showsFile(SHOW),
});
