import { writeQuoteBlock, writeWithSource } from '#markdown/quote-block.ts';
import { SITE_NAME } from '../site-name.ts';
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
  const { quote, claim, title, speaker, show, episode } = insight;
  const when = whenOf(insight);
  const link = `${title} (${speaker === undefined ? '' : `${speaker}, `}${show.title}, ${when}) ${url}`;
  const source = { title: `${show.title}: ${episode.title}`, url };
  const where = `${source.title}, ${when}`;
  if (quote === undefined) {
    // The claim is ours: it may not read like words of the speaker.
    const of = `(${SITE_NAME} on ${speaker === undefined ? '' : `${speaker}, `}`;
    const markdown = writeWithSource(claim, { ...source, before: of, after: `, ${when})` });
    return { isVerbatim: false, text: `${claim} ${of}${where}, ${url})`, markdown, link };
  }
  const by = `— ${speaker === undefined ? '' : `${speaker}, `}`;
  const markdown = writeQuoteBlock(`“${quote}”`, { ...source, before: by, after: `, ${when}` });
  return { isVerbatim: true, text: `“${quote}” ${by}${where}, ${url}`, markdown, link };
}

const whenOf = ({ publishedAt, passage }: PublishedInsight): string =>
  `${writeDay(publishedAt)}${passage ? `, at ${momentOf(passage)}` : ''}`;
