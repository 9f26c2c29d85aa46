import { holdsEmail } from '#domain/email-address.ts';
import type { Glossary } from '#domain/glossary.ts';
import { Claim, LIMITS } from '#domain/insight.ts';
import type { QuotePlace } from '#domain/locate-quote.ts';
import { addressesTheMachine, faultOfStatement } from '#domain/plain-statement.ts';
import { wordsOf } from '#domain/words.ts';
import type { Draft, Rejected } from '../ports.ts';
import { unprovenNames, unprovenNumbers, type NameKnowledge } from './evidence.ts';
import { unprovenCurrencies } from './read-currencies.ts';

/** What the words of a draft are held against, beside its quote. */
export interface Evidence extends NameKnowledge {
  /** What the feed says of the episode. */
  metadata: string;
  glossary: Glossary;
}
/** Why a draft fails, and the words at fault. */
type Fault = Omit<Rejected, 'draft'>;

/** What of a draft may not be published, or is not in the quote at `place`, with its speaker, or in the metadata; `undefined` where all is well. */
export const findFault = (draft: Draft, place: QuotePlace, evidence: Evidence): Fault | undefined =>
  faultOfForm(draft, place.text) ?? faultOfContent(draft, place, evidence);

/** Faults that are not to be mended: who writes so has fallen for something. */
const BEYOND_REPAIR = ['link or markup', 'instruction'];
export const isMendable = ({ reason }: Rejected): boolean => !BEYOND_REPAIR.includes(reason);

const LONGEST_REASON = 300;

/** Whether the reason that an engine gives for its importance may be published beside the quote at `place`. */
export const isProvenReason = (reason: string | undefined, place: QuotePlace, evidence: Evidence): boolean =>
  reason !== undefined &&
  reason.length <= LONGEST_REASON &&
  !faultOfStatement(reason) &&
  !unproven(reason, place, evidence);

function faultOfForm({ title, claim, translation = '' }: Draft, quote: string): Fault | undefined {
  if (addressesTheMachine(quote)) return { reason: 'instruction' };
  if (holdsEmail(quote)) return { reason: 'e-mail address' };
  // Before anything that takes its time with them.
  const longest = Math.max(...[title, claim, translation].map(({ length }) => length));
  if (longest > LIMITS.passageCharacters)
    return { reason: 'claim too short or too long', detail: `${longest} characters` };
  for (const text of [title, claim, translation]) {
    const reason = faultOfStatement(text);
    if (reason) return { reason };
  }
  if (!Claim.safeParse(claim).success)
    return { reason: 'claim too short or too long', detail: `${wordsOf(claim).length} words` };
  const { length } = title.trim();
  if (length === 0 || length > LIMITS.titleCharacters)
    return { reason: 'title missing or too long', detail: `${length} characters` };
  // The claim is in English, whatever the quote is in.
  return isLatin(title) && isLatin(claim) ? undefined : { reason: 'claim not in English' };
}

/** Names of a few characters in another script are no other language. */
const isLatin = (text: string) => (text.match(/[^\p{sc=Latin}\P{L}]/gu) ?? []).length <= text.length / 10;

function faultOfContent({ title, claim, translation = '' }: Draft, place: QuotePlace, evidence: Evidence) {
  const fault = [title, claim].map((text) => unproven(text, place, evidence)).find((found) => found !== undefined);
  if (fault) return fault;
  // A faithful translation may write a name that no word of the quote resembles; a number is the same everywhere.
  const numbers = unprovenNumbers(translation, `${place.text}\n${evidence.metadata}`);
  return numbers.length > 0 ? { reason: 'number not in the evidence', detail: numbers.join(', ') } : undefined;
}

/** What a text says that neither the quote nor the feed does. */
function unproven(text: string, place: QuotePlace, { metadata, glossary, ...knowledge }: Evidence): Fault | undefined {
  const said = `${place.text}\n${metadata}`;
  const numbers = [...unprovenNumbers(text, said), ...unprovenCurrencies(text, said)];
  if (numbers.length > 0) return { reason: 'number not in the evidence', detail: numbers.join(', ') };
  const named = unprovenNames(text, `${said}\n${place.speaker ?? ''}`, glossary, knowledge);
  return named.length > 0 ? { reason: 'name not in the evidence', detail: named.join(', ') } : undefined;
}
