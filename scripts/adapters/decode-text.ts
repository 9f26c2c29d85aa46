import { looksDecoded } from './looks-decoded.ts';

/**
 * Bytes from outside as text, without a byte order mark. What the bytes themselves prove is believed first (a byte order
 * mark, the zeros of UTF-16, the escapes of ISO-2022-JP, UTF-8 without a flaw), then the charset of the HTTP content type, the XML declaration and the
 * `<meta>` of HTML, as far as what comes out reads like text, then Windows-1252. Text that is UTF-8 but for a few bytes has
 * U+FFFD for these. Throws where nothing fits, or two claims do.
 */
export function decodeText(bytes: Uint8Array, contentType = ''): string {
  return decodeAs(bytes, contentType).replace(/^\uFEFF/, '');
}

function decodeAs(bytes: Uint8Array, contentType: string): string {
  const utf16 = utf16Of(bytes);
  // Beyond doubt, so that a letter cut in half at the end changes nothing.
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  // All in ASCII, and so UTF-8 without a flaw, but for what its escapes say.
  if (hasJapaneseEscapes(bytes)) return new TextDecoder('iso-2022-jp').decode(bytes);
  const claims = isMarkedUtf8(bytes) ? [] : claimsOf(bytes, contentType);
  const utf8 = decodeExactly(bytes, 'utf-8') ?? mostlyUtf8(bytes, CERTAIN);
  if (utf8 !== undefined) return utf8;
  const fitting = claims.flatMap((encoding) => readable(bytes, encoding) ?? []);
  if (new Set(fitting).size > 1)
    throw new Error(`its encoding is not clear: it says ${claims.join(' and ')}, and could be either; ${TELL}`);
  const text = fitting[0] ?? mostlyUtf8(bytes, POSSIBLE) ?? readable(bytes, 'windows-1252');
  if (text !== undefined) return text;
  // No encoding makes text of a recording or a PDF, which whoever reads it knows better to name.
  if (isBinary(bytes)) return new TextDecoder('windows-1252').decode(bytes);
  throw new Error(`its bytes are no text in ${[...claims, 'utf-8', 'windows-1252'].join(', ')}; ${TELL}`);
}

const TELL = 'tell its host to send UTF-8 and to say so';
const ESCAPE = 0x1b;

const isMarkedUtf8 = ([first, second, third]: Uint8Array) => first === 0xef && second === 0xbb && third === 0xbf;

/** "ESC $ B" or "ESC $ @", which no other text has. */
function hasJapaneseEscapes(bytes: Uint8Array): boolean {
  const at = bytes.indexOf(ESCAPE);
  return at >= 0 && bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x42 || bytes[at + 2] === 0x40);
}

/** By the byte order mark; without one, by the "<" of markup in two bytes, or by the zeros of Latin text: every other byte. */
function utf16Of(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const head = bytes.subarray(0, 1024);
  const even = head.filter((byte, index) => byte === 0 && index % 2 === 0).length;
  const odd = head.filter((byte, index) => byte === 0 && index % 2 === 1).length;
  if (head.length === 0 || Math.max(even, odd) < head.length / 4) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** The encodings that somebody says it is in, by the WHATWG's names. Latin-1 proves nothing: servers call everything that by default. */
function claimsOf(bytes: Uint8Array, contentType: string): string[] {
  const labels = [/charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType.slice(0, 1000))?.[1], ...declaredBy(bytes)];
  const names = labels.flatMap((label) => nameOf(label) ?? []);
  return [...new Set(names)].filter((name) => name !== 'utf-8' && name !== 'windows-1252');
}

function declaredBy(bytes: Uint8Array): (string | undefined)[] {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const ofXml = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)/.exec(head)?.[1];
  const ofHtml = /<meta\s[^>]*?charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  // These were read byte by byte, so two bytes a letter is a lie ("UTF-16" on feeds that a program re-encoded).
  return [ofXml, ofHtml].filter((label) => !/^utf-?16/i.test(label ?? ''));
}

function nameOf(label: string | undefined): string | undefined {
  try {
    return label && new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  return head.filter((byte) => byte < 0x09 || (byte > 0x0d && byte < ESCAPE)).length > head.length / 50;
}

function decodeExactly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function readable(bytes: Uint8Array, encoding: string): string | undefined {
  const text = decodeExactly(bytes, encoding);
  return text !== undefined && looksDecoded(text, encoding, bytes) ? text : undefined;
}

/** Sound characters above 127 for each broken one. */
const CERTAIN = 3;
const POSSIBLE = 1;

/** UTF-8 with a character cut in half here and there: one bad byte in a large file must not turn every apostrophe into "â€™". */
function mostlyUtf8(bytes: Uint8Array, soundForBroken: number): string | undefined {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  const broken = lenient.match(/\uFFFD/g)?.length ?? 0;
  const sound = lenient.match(/[^\0-\x7f\uFFFD]/gu)?.length ?? 0;
  return sound >= broken * soundForBroken ? lenient : undefined;
}
