/**
 * Bytes from outside as text, without a byte order mark. Believed in this order, as far as the bytes bear it out: byte
 * order mark, the zeros of UTF-16, charset of the HTTP content type, XML declaration, `<meta>` of HTML, UTF-8, Windows-1252.
 */
export function decodeText(bytes: Uint8Array, contentType = ''): string {
  return decodeAs(bytes, contentType).replace(/^\uFEFF/, '');
}

function decodeAs(bytes: Uint8Array, contentType: string): string {
  const utf16 = utf16Of(bytes);
  // Beyond doubt, so that a letter cut in half at the end changes nothing.
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  const claims = isMarkedUtf8(bytes) ? [] : [charsetOf(contentType), ...declaredBy(bytes)];
  for (const label of [...claims, 'utf-8']) {
    const text = label === undefined ? undefined : decodeExactly(bytes, label);
    if (text !== undefined) return text;
  }
  return decodeDamaged(bytes);
}

const isMarkedUtf8 = ([first, second, third]: Uint8Array) => first === 0xef && second === 0xbb && third === 0xbf;

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

const charsetOf = (contentType: string) => /charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType)?.[1];

function declaredBy(bytes: Uint8Array): (string | undefined)[] {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const ofXml = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)/.exec(head)?.[1];
  const ofHtml = /<meta\s[^>]*?charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  // These were read byte by byte, so two bytes a letter is a lie ("UTF-16" on feeds that a program re-encoded).
  return [ofXml, ofHtml].filter((label) => !/^utf-?16/i.test(label ?? ''));
}

/** `undefined` where the label is unknown, proves nothing, or the bytes are not in it. */
function decodeExactly(bytes: Uint8Array, label: string): string | undefined {
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    // Any bytes pass for Latin-1, and servers call everything that by default.
    return decoder.encoding === 'windows-1252' ? undefined : decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * UTF-8 with a character cut in half here and there, or Windows-1252: whichever makes more sense of the bytes above 127.
 * One bad byte in a large file must not turn every apostrophe into "â€™".
 */
function decodeDamaged(bytes: Uint8Array): string {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  const broken = lenient.match(/\uFFFD/g)?.length ?? 0;
  const sound = lenient.match(/[^\0-\x7f\uFFFD]/gu)?.length ?? 0;
  return sound >= broken ? lenient : new TextDecoder('windows-1252').decode(bytes);
}
