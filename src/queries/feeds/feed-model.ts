import type { Day } from '#domain/ids.ts';
import type { FeedFormat } from '../../urls.ts';

/** A feed before it is written in a format. All addresses are absolute. */
export interface Feed {
  title: string;
  description: string;
  /** The page whose contents it tells. */
  page: { title: string; url: string };
  /** Where it is found, in a format. */
  addressOf: (format: FeedFormat) => string;
  items: readonly FeedItem[];
}
export interface FeedItem {
  /** Never changes, also where the site moves; unique within the site. */
  guid: string;
  /** The same for all the world: a URN. */
  urn: string;
  title: string;
  url: string;
  /** The episode at its host, at the moment where that is possible. */
  sourceUrl?: string | undefined;
  /** The day on which it was added. */
  date: Day;
  categories: readonly string[];
  /** Whose words it rests on. */
  voices: readonly string[];
  /** All of it as plain text. */
  text: string;
  /** All of it as HTML. */
  html: string;
}

/** The day of the newest item: no feed knows when it was built. */
export const newestDay = ({ items }: Feed): Day | undefined =>
  items
    .map(({ date }) => date)
    .sort()
    .at(-1);
