const BYTE_ORDER_MARKS = [
  { label: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { label: 'utf-16le', bytes: [0xff, 0xfe] },
  { label: 'utf-16be', bytes: [0xfe, 0xff] },
];

/**
 * Text of a body, line ends as "\n". Believes, in this order: the byte order mark, the zeros of UTF-16, a charset that
 * was declared (Content-Type, else the first kilobyte of a page), UTF-8, windows-1252.
 */
export function decodeText(body: Uint8Array, contentType = ''): string {
  const label = labelOfMark(body) ?? labelOfZeros(body) ?? declaredLabel(body, contentType);
  const text = (label && decode(body, label)) ?? decode(body, 'utf-8') ?? decodeDamaged(body);
  return text.replace(/^\uFEFF/, '').replace(/\r*\n|\r/g, '\n');
}

const labelOfMark = (body: Uint8Array) =>
  BYTE_ORDER_MARKS.find(({ bytes }) => bytes.every((byte, index) => body[index] === byte))?.label;

// Latin text in UTF-16 without a mark: every other byte is zero.
function labelOfZeros(body: Uint8Array): string | undefined {
  const head = body.subarray(0, 1024);
  const zeros = [0, 0];
  head.forEach((byte, index) => byte === 0 && zeros[index % 2]!++);
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < head.length / 4) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

function declaredLabel(body: Uint8Array, contentType: string): string | undefined {
  const head = new TextDecoder('latin1').decode(body.subarray(0, 1024));
  const charset = /charset\s*=\s*["']?([\w-]+)/i;
  const label = (charset.exec(contentType) ?? (head.includes('<') ? charset.exec(head) : null))?.[1]?.toLowerCase();
  // Servers call everything "ISO-8859-1" by default; what is valid UTF-8 is never that.
  return label && !/^(utf-?8|us-ascii|iso-8859-1|latin1|windows-1252)$/.test(label) ? label : undefined;
}

function decode(body: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: !label.startsWith('utf-16') }).decode(body);
  } catch {
    return undefined; // No such charset, or the body is not in it.
  }
}

// One bad byte in a large UTF-8 file (an emoji cut in two) must not turn every apostrophe into "â€™".
function decodeDamaged(body: Uint8Array): string {
  const text = new TextDecoder().decode(body);
  const damaged = text.match(/\uFFFD/g)?.length ?? 0;
  const foreign = text.match(/[^\0-\x7f\uFFFD]/g)?.length ?? 0;
  return damaged > foreign ? new TextDecoder('windows-1252').decode(body) : text;
}
