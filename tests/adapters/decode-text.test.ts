import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeText } from '../../scripts/adapters/decode-text.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const declared = (encoding: string, text: string) => `<?xml version="1.0" encoding="${encoding}"?><t>${text}</t>`;
const GBK_NEIJUAN = Buffer.from([0xc4, 0xda, 0xbe, 0xed]);

const CASES: [name: string, bytes: Uint8Array, contentType: string | undefined, expected: RegExp][] = [
  ['UTF-8 without any claim', Buffer.from('内卷 é'), undefined, /^内卷 é$/],
  ['a UTF-8 mark, against a claim of Latin-1', Buffer.from('\ufeffé'), 'text/xml; charset=iso-8859-1', /^é$/],
  ['UTF-16 with a mark', Buffer.from('\ufeff内卷', 'utf16le'), undefined, /^内卷$/],
  ['big-endian UTF-16 with a mark', utf16be('\ufeff内卷'), undefined, /^内卷$/],
  ['UTF-16 without a mark', Buffer.from(declared('utf-16', '内卷'), 'utf16le'), undefined, /内卷/],
  ['the charset of HTTP', GBK_NEIJUAN, 'text/xml; charset="GBK"', /^内卷$/],
  ['the XML declaration', latin1(declared('ISO-8859-1', 'café')), 'text/xml', /café/],
  ['a declaration of UTF-16 on single bytes', Buffer.from(declared('UTF-16', 'café')), undefined, /café/],
  [
    'a wrong claim of UTF-8',
    latin1(declared('utf-8', 'café “x”'.replaceAll(/[“”]/g, '"'))),
    'text/xml; charset=utf-8',
    /café/,
  ],
  ['a wrong claim of Latin-1', Buffer.from('内卷'), 'text/xml; charset=iso-8859-1', /^内卷$/],
  ['an unknown charset', Buffer.from('é'), 'text/xml; charset=utf-8-but-not-really', /^é$/],
  ['Windows quotation marks', Buffer.from([0x93, 0x68, 0x69, 0x94]), undefined, /^“hi”$/],
  [
    'one character cut in half among many',
    Buffer.concat([Buffer.from('内卷内卷'), Buffer.from([0xe5, 0x86])]),
    undefined,
    /^内卷内卷\ufffd/,
  ],
  ['nothing', new Uint8Array(), undefined, /^$/],
];
for (const [name, bytes, contentType, expected] of CASES) {
  test(`Text is read right from ${name}`, () => assert.match(decodeText(bytes, contentType), expected));
}
