import { escapeUTF8 } from 'entities';
import type { Urls } from '../../urls.ts';
import { writeDay } from '../../write-times.ts';
import type { PublishedInsight } from '../archive.ts';
import { momentOf } from '../insight-line.ts';
import { sourceOf } from '../passages.ts';
import type { FeedItem } from './feed-model.ts';
import { urnOf } from './name-urn.ts';

/** `urls` are absolute. */
export function insightItem(insight: PublishedInsight, urls: Urls): FeedItem {
  const { id, title, claim, claimHtml, quote, addedAt, themes, speaker, episode, passage } = insight;
  const sourceUrl = sourceOf(episode, passage)?.url;
  const quoteHtml = quote && `<blockquote><p>${escapeUTF8(quote)}</p></blockquote>`;
  return {
    ...{ guid: id, urn: urnOf(id), title, url: urls.insight(id), sourceUrl, date: addedAt },
    categories: themes.map((theme) => theme.title),
    voices: speaker === undefined ? [] : [speaker],
    text: [claim, quote && `“${quote}”`, sourceText(insight)].filter(Boolean).join('\n\n'),
    html: [claimHtml, quoteHtml, sourceHtml(insight, sourceUrl, urls)].filter(Boolean).join('\n'),
  };
}

function sourceText({ speaker, show, episode, publishedAt, passage }: PublishedInsight): string {
  const parts = [
    speaker,
    `${show.title}: ${episode.title}`,
    writeDay(publishedAt),
    passage && `at ${momentOf(passage)}`,
  ];
  return parts.filter(Boolean).join(', ');
}

function sourceHtml(insight: PublishedInsight, sourceUrl: string | undefined, urls: Urls): string {
  const { speaker, show, episode, publishedAt, passage } = insight;
  const parts = [
    speaker && escapeUTF8(speaker),
    link(urls.episode(show.id, episode.id), `${show.title}: ${episode.title}`),
    writeDay(publishedAt),
    passage && `at ${momentOf(passage)}`,
  ];
  const source = sourceUrl && ` (${link(sourceUrl, 'the episode at its source')})`;
  return `<p>${parts.filter(Boolean).join(', ')}${source ?? ''}</p>`;
}

const link = (url: string, text: string) => `<a href="${escapeUTF8(url)}">${escapeUTF8(text)}</a>`;
