import { ItemError } from '../errors.ts';

/** No feed, transcript or list of chapters nests deeper or holds more values; what does takes minutes and gigabytes. */
const MOST_DEPTH = 100;
const MOST_VALUES = 2_000_000;

/** Throws where JSON nests deeper or holds more values than anything that is meant to be read. Its grammar is not looked at. */
export function refuseWildJson(text: string, mostValues = MOST_VALUES): void {
  const sign = /["{}[\],]/g;
  let [depth, values] = [0, 0];
  for (let found = sign.exec(text); found; found = sign.exec(text)) {
    if (found[0] === '"') sign.lastIndex = endOfString(text, sign.lastIndex);
    else if (found[0] === ',') values++;
    else depth += found[0] === '{' || found[0] === '[' ? 1 : -1;
    if (depth > MOST_DEPTH)
      throw new ItemError(`its JSON nests more than ${MOST_DEPTH} levels deep, which is refused as unsafe`);
    if (values > mostValues)
      throw new ItemError(`its JSON has more than ${mostValues} values, which is refused as unsafe`);
  }
}

function endOfString(text: string, from: number): number {
  let end = text.indexOf('"', from);
  while (end > 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end + 1;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 1;
}
