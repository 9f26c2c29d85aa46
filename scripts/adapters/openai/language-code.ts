const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz');
const englishNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
const CODES = new Map(
  LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).flatMap((code) => {
    const name = englishNames.of(code);
    const isCurrent = Intl.getCanonicalLocales(code)[0] === code;
    return name !== undefined && isCurrent ? [[name.toLowerCase(), code] as const] : [];
  }),
);

/** "en" of "english", as some servers write a language, and of "en", as others do; `undefined` of what is neither. */
export function languageCode(said: string | undefined): string | undefined {
  const name = said?.trim().toLowerCase() ?? '';
  return /^[a-z]{2,3}(?:-[\w-]+)?$/.test(name) ? name : CODES.get(name);
}
