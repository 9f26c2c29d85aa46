/**
 * Bytes of XML, JSON or YAML as text. Believed in this order, as far as the bytes bear it out: byte order mark,
 * charset of the HTTP content type, XML declaration, UTF-8, Windows-1252.
 */
export function decodeText(bytes: Uint8Array, contentType = ''): string {
  const claims = [markOf(bytes), charsetOf(contentType), declaredBy(bytes), 'utf-8'];
  for (const label of claims) {
    const text = label === undefined ? undefined : decodeExactly(bytes, label);
    if (text !== undefined) return text;
  }
  return decodeDamaged(bytes);
}

function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // No mark, but the "<" of a declaration in two bytes.
  if (first === 0x3c && second === 0) return 'utf-16le';
  return first === 0 && second === 0x3c ? 'utf-16be' : undefined;
}

const charsetOf = (contentType: string) => /charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType)?.[1];

function declaredBy(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 256));
  const label = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)/.exec(start)?.[1];
  // The declaration was read byte by byte, so two bytes a letter is a lie ("UTF-16" on feeds that a program re-encoded).
  return label && !/^utf-?16/i.test(label) ? label : undefined;
}

/** `undefined` where the label is unknown or the bytes are not in it. */
function decodeExactly(bytes: Uint8Array, label: string): string | undefined {
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    // Any bytes pass for Latin-1, so that claim proves nothing; bytes that pass for UTF-8 hardly ever are anything else.
    if (decoder.encoding === 'windows-1252') return decodeExactly(bytes, 'utf-8') ?? decoder.decode(bytes);
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** UTF-8 with a character cut in half here and there, or Windows-1252: whichever makes more sense of the bytes above 127. */
function decodeDamaged(bytes: Uint8Array): string {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  const broken = lenient.match(/\uFFFD/g)?.length ?? 0;
  const sound = lenient.match(/[^\0-\x7f\uFFFD]/gu)?.length ?? 0;
  return sound > broken ? lenient : new TextDecoder('windows-1252').decode(bytes);
}
