import { readableText } from '#domain/readable-text.ts';

/** JSON of which every string is readable: strict readers refuse controls and lone surrogates. */
export const writeJson = (value: unknown): string =>
  `${JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? readableText(part) : part))}\n`;
