import type { TranscriptType } from './detect-type.ts';

/** As far as it is looked for: it stands at the head of a page, and to look for it in megabytes of tags takes many seconds. */
const HEAD = 100_000;

const PLACES: Partial<Record<TranscriptType, RegExp>> = {
  vtt: /^WEBVTT[^]{0,200}?\nLanguage:[ \t]*([\w-]+)/,
  html: /<html[^>]{0,1000}?\slang\s*=\s*["']?([\w-]+)/i,
  json: /"language"\s*:\s*"([\w-]+)"/,
};

/** The language that the file itself states, as BCP 47; `undefined` for none and for nonsense such as "english". */
export function languageOf(text: string, type: TranscriptType): string | undefined {
  const stated = PLACES[type]?.exec(type === 'html' ? text.slice(0, HEAD) : text)?.[1];
  if (!stated || !/^[a-z]{2,3}(-|$)/i.test(stated)) return undefined;
  try {
    return Intl.getCanonicalLocales(stated)[0];
  } catch {
    return undefined;
  }
}
