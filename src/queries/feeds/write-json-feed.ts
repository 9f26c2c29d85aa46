import { generateJsonFeed } from 'feedsmith';
import { SITE_NAME } from '../../site-name.ts';
import { writeJson } from '../../write-json.ts';
import type { Feed, FeedItem } from './feed-model.ts';

/** JSON Feed 1.1. */
export function writeJsonFeed({ title, description, page, addressOf, items }: Feed): string {
  const feed = generateJsonFeed({
    ...{ title, description, home_page_url: page.url, feed_url: addressOf('json'), language: 'en' },
    authors: [{ name: SITE_NAME }],
    items: items.map(itemOf),
  });
  // The generator leaves out an empty list, and the format wants it.
  return writeJson({ items: [], ...(feed as object) });
}

const itemOf = ({ guid, url, sourceUrl, title, html, text, date, categories }: FeedItem) => ({
  ...{ id: guid, url, external_url: sourceUrl, title, content_html: html, content_text: text },
  date_published: new Date(date),
  tags: [...categories],
});
