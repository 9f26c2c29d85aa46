import { idOf } from '../site/content-tree.ts';
import { HEARD, WITHDRAWN } from './site-content.ts';

/** One page of each type, below the base path. */
export const PAGE_TYPES = [
  './',
  'themes/export-controls/2/',
  `insights/${idOf(WITHDRAWN)}/`,
  'themes/token-pricing/',
  `insights/${idOf(HEARD)}/`,
  'episodes/price-talk/2026-07-02-the-price-of-a-token-aaaa/',
  'shows/price-talk/',
  'people/ada-price/',
  'people/',
  'shows/',
  'digests/',
  'digests/2026-07-03/',
  'search/',
  'search/?q=token',
  'trends/',
  'trends/figures/',
  'trends/figures/usd-per-million-tokens/',
  'subscribe/',
  'about/',
  'quoting/',
  '404.html',
];
