const UUID = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/i;
/** Fewer words may be a key of letters alone. */
const WORDS_OF_TITLE = 3;

/**
 * Whether a text, as it stands in an address, has a hash, a UUID or a key in it: letters and digits, `shortest` or more
 * without a break. Words and numbers with a hyphen between them, such as those of a title, are none.
 */
export function isRandom(text: string, shortest = 20): boolean {
  const plain = decoded(text);
  if (UUID.test(plain) || isMixed(plain)) return true;
  const runs = (plain.match(/[\w-]+/g) ?? []).filter(({ length }) => length >= shortest);
  return runs.some((run) => /\d/.test(run) && /[a-z]/i.test(run) && !isOfWords(run.split(/[-_]/)));
}

/** What nobody would choose: small and large letters and digits, sixteen or more without a break. */
export const isMixed = (text: string): boolean =>
  (decoded(text).match(/[a-z\d]{16,}/gi) ?? []).some((run) => [/\d/, /[a-z]/, /[A-Z]/].every((kind) => kind.test(run)));

/** Whether a text is a UUID and nothing else. */
export const isUuid = (text: string): boolean => UUID.exec(text)?.[0] === text;

/** "the-price-of-tokens-in-2026", with whatever between the words. */
export function isTitle(text: string): boolean {
  const parts = text.split(/[-_\s]+/);
  return parts.length >= WORDS_OF_TITLE && isOfWords(parts);
}

/** "episode", "12", "s2", "2nd". */
const isOfWords = (parts: readonly string[]) =>
  parts.every((part) => /^(?:\p{L}*|\d{1,8}|\p{L}\d{1,3}|\d{1,4}\p{L}{1,3})$/u.test(part));

/** A part of an address as its host reads it. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // "100%"
  }
}
