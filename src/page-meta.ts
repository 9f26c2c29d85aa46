import type { Day } from '#domain/ids.ts';
import type { Link } from './queries/insight-line.ts';

/** What a page says of itself to browsers, search engines and feed readers. */
export interface PageMeta {
  /** The home page has none. */
  title?: string;
  description?: string;
  /** Address of the page, as `urls` gives it. */
  path: string;
  /** Feeds (RSS) of what is on this page. */
  feeds?: readonly Link[];
  /** Address of the picture for previews; the site's where there is none. */
  card?: string;
  /** The day on which an article was published. */
  published?: Day;
  /** Kept out of search engines. */
  hidden?: boolean;
  /** With the search, which is WebAssembly. */
  withSearch?: boolean;
}
