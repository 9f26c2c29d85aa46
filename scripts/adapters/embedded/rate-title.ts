import type { TermMatcher } from '#domain/match-terms.ts';
import { wordsOf } from '#domain/words.ts';
import { claimCues } from './claim-cues.ts';
import type { Token } from './tag-text.ts';

/** What a title loses by its subject being the speaker's own group, anyone, or nothing. */
const COST = {
  we: 1.7,
  you: 1.2,
  there: 0.8,
  expletive: 0.6,
  these: 1,
  what: 0.6,
  clauseFirst: 0.2,
  vagueNoun: 0.5,
  weInside: 0.8,
};
const GAIN = { term: 0.7, cues: 2.2, name: 0.35, number: 0.4, length: 0.8 };

/** How much a title says: terms, cues of a claim, names, numbers; less where it speaks of "we", "you" or nothing. About -2 to 5. */
export function rateTitle(text: string, tokens: readonly Token[], match: TermMatcher): number {
  const terms = Math.min(3, new Set(match(wordsOf(text)).map(({ term }) => term)).size);
  const names = Math.min(2, tokens.slice(1).filter(({ tag }) => tag === 'PROPN').length);
  const hasNumber = tokens.some(({ tag }) => tag === 'NUM');
  return (
    GAIN.term * terms +
    GAIN.cues * claimCues(text) +
    GAIN.name * names +
    (hasNumber ? GAIN.number : 0) +
    GAIN.length * Math.min(1, text.length / 60) -
    costOfSubject(text)
  );
}

function costOfSubject(text: string): number {
  if (/^(?:we|our|us)\b/i.test(text)) return COST.we;
  if (/^(?:you|your)\b/i.test(text)) return COST.you;
  if (/\b(?:we|our|us)\b/.test(text)) return COST.weInside;
  if (/^there\b/i.test(text)) return COST.there;
  if (/^it\b/i.test(text)) return COST.expletive;
  if (/^what\b/i.test(text)) return COST.what;
  if (/^these\b/i.test(text)) return COST.these;
  if (/^(?:if|when|even|as|because|although|while|since|once|after|before|until)\b/i.test(text))
    return COST.clauseFirst;
  return /^(?:some|a lot|people|everybody|everyone|somebody)\b/i.test(text) ? COST.vagueNoun : 0;
}
