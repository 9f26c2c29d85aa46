import type { RelatedInsight } from './link-related.ts';

/** How the other one stands to this: "Contradicted by". */
export function sayHow({
  relation,
  same,
  later,
  statedThere,
}: Pick<RelatedInsight, 'relation' | 'same' | 'later' | 'statedThere'>): string {
  if (relation) return statedThere ? STATED_THERE[relation] : STATED_HERE[relation];
  if (same) return later ? 'Said again by' : 'Said before by';
  return 'Close to';
}

const STATED_HERE = { agrees: 'Agrees with', contradicts: 'Contradicts', extends: 'Extends' };
const STATED_THERE = { agrees: 'Agrees', contradicts: 'Contradicted by', extends: 'Extended by' };
