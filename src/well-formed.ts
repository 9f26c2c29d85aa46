/** `text` without what XML cannot hold and strict readers of JSON refuse: controls, lone surrogates. */
export const wellFormed = (text: string): string =>
  text.toWellFormed().replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/g, '');

/** JSON of which every string is well-formed. */
export const writeJson = (value: unknown): string =>
  `${JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? wellFormed(part) : part))}\n`;
