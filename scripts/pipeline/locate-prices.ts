import { locateNumbers, type LocatedNumber } from './locate-numbers.ts';

const ARTICLE = /(?<![\p{L}\p{N}])an?(?= (?:dollar|buck|euro|cent)(?!\p{L}))/giu;
const COIN = /^ (?<coin>dollar|buck|euro|cent)s?(?: and)?(?!\p{L})/iu;
const SIGNED = /^ and(?!\p{L})/iu;
/** Where "cents" is not said, what comes next must be the end or a rate, so that "a dollar twenty years ago" is no price. */
const CENTS = /^ cents?(?!\p{L})/iu;
const END = /^(?=$|[.,;:!?]|,? (?:per|an?|each|for)(?!\p{L}))/iu;
const RATE = /^ (?:per|an?|every) (?!couple|few|lot|bit|while)\p{L}/iu;

/**
 * Prices that a number alone does not tell: "a dollar ten", "four dollars and forty cents", "$4 and 40 cents", and the
 * "a" of "a dollar per million tokens".
 */
export function locatePrices(said: string): LocatedNumber[] {
  const articles = Array.from(said.matchAll(ARTICLE), ({ 0: text, index: start }) => ({
    ...{ value: 1, scale: 1, start, end: start + text.length },
    isArticle: true,
  }));
  const counts = locateNumbers(said).map((count) => ({ ...count, isArticle: false }));
  return [...articles, ...counts].flatMap((count) => withChange(said, count) ?? unitPrice(said, count) ?? []);
}

interface Count extends LocatedNumber {
  isArticle: boolean;
}

function withChange(said: string, { value, start, end }: Count): LocatedNumber | undefined {
  const isSigned = said.charAt(start - 1) === '$';
  const coin = (isSigned ? SIGNED : COIN).exec(said.slice(end));
  if (!coin || !Number.isInteger(value) || /cent/i.test(coin.groups?.coin ?? '')) return undefined;
  const from = end + coin[0].length + 1;
  const change = locateNumbers(said.slice(from, from + 40))[0];
  if (change?.start !== 0 || !Number.isInteger(change.value) || change.value < 1 || change.value > 99) return undefined;
  const rest = said.slice(from + change.end);
  const after = CENTS.exec(rest) ?? (value === 1 && !isSigned && change.value >= 5 ? END.exec(rest) : undefined);
  if (!after) return undefined;
  const code = /euro/i.test(coin.groups?.coin ?? '') ? 'EUR' : 'USD';
  return {
    ...{ value: value + change.value / 100, scale: 1, coin: code },
    ...{ start: isSigned ? start - 1 : start, end: from + change.end + after[0].length },
  };
}

function unitPrice(said: string, { isArticle, value, scale, start, end }: Count): LocatedNumber | undefined {
  const coin = isArticle ? COIN.exec(said.slice(end)) : null;
  return coin && RATE.test(said.slice(end + coin[0].length)) ? { value, scale, start, end } : undefined;
}
