/** `text` in an encoding that the platform only decodes; by looking through all its characters of one and two bytes. */
export function encodeText(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  if (encoding === 'iso-2022-jp') return encodeIso2022(text);
  const table = tableOf(encoding);
  return Buffer.from(
    [...text].flatMap((letter) => {
      const bytes = table.get(letter);
      if (!bytes) throw new Error(`"${letter}" is not in ${encoding}`);
      return bytes;
    }),
  );
}

const tables = new Map<string, Map<string, number[]>>();

function tableOf(encoding: string): Map<string, number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number[]>();
  const add = (bytes: number[]) => {
    const letter = decoder.decode(Uint8Array.from(bytes));
    if ([...letter].length === 1 && letter !== '\ufffd' && !table.has(letter)) table.set(letter, bytes);
  };
  for (let lead = 0; lead < 256; lead++) add([lead]);
  for (let lead = 0x81; lead < 255; lead++) for (let trail = 0x40; trail < 255; trail++) add([lead, trail]);
  tables.set(encoding, table);
  return table;
}

/** Of EUC-JP, which has the same tables eight bits up, with escapes between it and ASCII. */
function encodeIso2022(text: string): Uint8Array {
  const runs = text.match(/[\0-\x7f]+|[^\0-\x7f]+/g) ?? [];
  return Buffer.concat(
    runs.map((run) =>
      /[\0-\x7f]/.test(run)
        ? Buffer.from(run)
        : Buffer.concat([
            Buffer.from('\x1b$B'),
            encodeText(run, 'euc-jp').map((byte) => byte - 0x80),
            Buffer.from('\x1b(B'),
          ]),
    ),
  );
}
