import { writeQuoteBlock } from '#markdown/quote-block.ts';
import { writeDay } from '../write-times.ts';
import type { PublishedInsight } from './archive.ts';
import { momentOf } from './insight-line.ts';

/** An insight as it is quoted elsewhere, each time with its source; the claim where the show lets nothing be quoted. */
export interface Citations {
  /** Whether the words are the speaker's. */
  isVerbatim: boolean;
  text: string;
  markdown: string;
  link: string;
}

/** `url` is the absolute address of the insight's page. */
export function citationsOf(insight: PublishedInsight, url: string): Citations {
  const { quote, claim, title, speaker, show } = insight;
  const words = quote === undefined ? claim : `“${quote}”`;
  const by = speaker === undefined ? '' : `${speaker}, `;
  const when = whenOf(insight);
  return {
    isVerbatim: quote !== undefined,
    text: `${words} — ${by}${show.title}, ${when}, ${url}`,
    markdown: writeQuoteBlock(words, { before: `— ${by}`, title: show.title, url, after: `, ${when}` }),
    link: `${title} (${by}${show.title}, ${when}) ${url}`,
  };
}

const whenOf = ({ publishedAt, passage }: PublishedInsight): string =>
  `${writeDay(publishedAt)}${passage ? `, at ${momentOf(passage)}` : ''}`;
