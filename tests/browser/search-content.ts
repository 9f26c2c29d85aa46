import { anInsight, insightFile } from '../site/content-tree.ts';

/** Words in the middle of a sentence without spaces, beside a sentence with the same characters apart. */
const CHINESE_SENTENCE = anInsight({
  title: 'A founder says it in his own language',
  themes: ['involution'],
  publishedAt: '2025-11-11',
  speaker: 'Zoë Müller-Núñez',
  quote: {
    text: '我们这个行业的内卷已经到了谁都不赚钱的地步，DeepSeek-V3.2出来以后价格又降了 and so it goes on and on',
  },
});
const CHARACTERS_APART = anInsight({
  title: 'A founder keeps the same characters apart',
  themes: ['involution'],
  publishedAt: '2025-11-12',
  speaker: 'Bo Lin',
  quote: { text: '三个月内我们交了一份卷子 and that was all that the ministry ever wanted to see of it' },
});
const FIGURES = anInsight({
  title: 'China’s margin is 24% — at 3.5x the volume',
  themes: ['moe'],
  publishedAt: '2025-12-01',
  speaker: 'O’Neil <img src=x onerror=alert(1)>',
  quote: { text: 'the MoE layer takes 24% of the margin at 3.5x the volume, and that is the end of the pricing.' },
});
const OTHER_PRICE = anInsight({
  title: 'DeepSeek asked $11.10 once, and 1.10 yuan another time',
  themes: ['token-pricing'],
  publishedAt: '2025-12-02',
  speaker: 'Bo Lin',
  quote: {
    text: 'DeepSeek asked eleven dollars and ten cents for it, $110 in all, and nobody had asked for 1.10 of anything',
  },
});
/** More than are shown at once. */
const MANY = Array.from({ length: 23 }, (_, index) =>
  anInsight({
    title: `The licence round number ${index + 1} was refused`,
    themes: ['export-controls'],
    publishedAt: `2024-03-${String(index + 1).padStart(2, '0')}`,
    speaker: 'Cleo Marsh',
    quote: {
      text: `we asked for a licence in round ${index + 1} and the answer was the same as it had been all along`,
    },
  }),
);

const CLAIM =
  'Somebody has said so in a conversation that was recorded, and it is written down here, in a sentence of its own, so that whoever goes looking for it is able to find it.';

/** Insights to be searched for. */
export const searchContent = (): Record<string, string> =>
  Object.assign(
    {},
    ...[CHINESE_SENTENCE, CHARACTERS_APART, FIGURES, OTHER_PRICE, ...MANY].map((it) => insightFile(it, CLAIM)),
  );
