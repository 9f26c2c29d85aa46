const SIGN = String.raw`(?![‘’“”«»–—…])[\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122]`;
/** "â€™" for "’", "Ã©" for "é", "å†…" for a Chinese letter: signs that nobody writes so. With a quotation mark ("IRMÃ’S") it may be meant. */
const BEYOND_DOUBT = new RegExp(String.raw`â€|â‚¬|ðŸ|[\x80-\x9f]|[ÃÂ]${SIGN}|[ã-é]${SIGN}${SIGN}`);

/**
 * Text whose UTF-8 somebody took for Windows-1252 and encoded once more, as it was before. Where a single sign of it cannot
 * have come about so, or none of it is beyond doubt, it stays as it is.
 */
export function repairDoubleEncoding(text: string): string {
  if (!BEYOND_DOUBT.test(text)) return text;
  const bytes = Buffer.alloc(text.length);
  for (let index = 0; index < text.length; index++) {
    const byte = BYTES.get(text[index]!);
    if (byte === undefined) return text;
    bytes[index] = byte;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return text;
  }
}

const BYTES = new Map(
  Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte]),
);
