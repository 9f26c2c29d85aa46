import { sayCount } from '../../write-counts.ts';
import { kindOf } from './hit.ts';
import type { Found } from './pagefind.ts';

/** "1 theme and 17 insights". People and shows are named where there is nothing else: their insights are counted. */
export function sayFound({ count, pages }: Pick<Found, 'count' | 'pages'>): string {
  const themes = pages.filter((hit) => kindOf(hit) === 'theme').length;
  const counts = [themes > 0 && sayCount(themes, 'theme'), count > 0 && sayCount(count, 'insight')].filter(Boolean);
  return counts.join(' and ') || sayCount(pages.length, 'page');
}
