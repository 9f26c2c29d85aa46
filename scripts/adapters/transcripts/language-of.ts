import type { TranscriptType } from './detect-type.ts';

const PLACES: Partial<Record<TranscriptType, RegExp>> = {
  vtt: /^WEBVTT[^]{0,200}?\nLanguage:[ \t]*([\w-]+)/,
  html: /<html[^>]{0,1000}?\slang\s*=\s*["']?([\w-]+)/i,
  json: /"language"\s*:\s*"([\w-]+)"/,
};

/** The language that the file itself states, as BCP 47; `undefined` for none and for nonsense such as "english". */
export function languageOf(text: string, type: TranscriptType): string | undefined {
  const stated = PLACES[type]?.exec(text)?.[1];
  if (!stated || !/^[a-z]{2,3}(-|$)/i.test(stated)) return undefined;
  try {
    return Intl.getCanonicalLocales(stated)[0];
  } catch {
    return undefined;
  }
}
