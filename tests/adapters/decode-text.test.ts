import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeText } from '../../scripts/adapters/decode-text.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const declared = (encoding: string, text: string) => `<?xml version="1.0" encoding="${encoding}"?><t>${text}</t>`;
const GBK_NEIJUAN = Buffer.from([0xc4, 0xda, 0xbe, 0xed]);
const GBK_XML = latin1(declared('GBK', GBK_NEIJUAN.toString('latin1')));
const gbkPage = (head: string) => latin1(`<!doctype html>\n${head}<p>${GBK_NEIJUAN.toString('latin1')}`);
const CUT_IN_HALF = Buffer.concat([Buffer.from('内卷内卷'), Buffer.from([0xe5, 0x86])]);

const CASES: [name: string, bytes: Uint8Array, contentType: string | undefined, expected: RegExp][] = [
  ['UTF-8 without any claim', Buffer.from('内卷 é'), undefined, /^内卷 é$/],
  ['a UTF-8 mark, against a claim of Latin-1', Buffer.from('\ufeffé'), 'text/xml; charset=iso-8859-1', /^é$/],
  ['UTF-16 with a mark', Buffer.from('\ufeff内卷', 'utf16le'), undefined, /^内卷$/],
  ['big-endian UTF-16 with a mark', utf16be('\ufeff内卷'), undefined, /^内卷$/],
  ['a UTF-8 mark that stands twice', Buffer.from('\ufeff\ufeffé'), undefined, /^é$/],
  ['UTF-16 markup without a mark', Buffer.from(declared('utf-16', '内卷'), 'utf16le'), undefined, /内卷/],
  [
    'UTF-16 markup that is mostly Chinese',
    Buffer.from(`<t>${'内卷'.repeat(20)}`, 'utf16le'),
    undefined,
    /^<t>(内卷)+$/,
  ],
  ['big-endian UTF-16 markup', utf16be(`<t>${'内卷'.repeat(20)}`), undefined, /^<t>(内卷)+$/],
  ['UTF-16 by its zeros', Buffer.from('A café.', 'utf16le'), 'text/plain; charset=utf-8', /^A café\.$/],
  ['big-endian UTF-16 by its zeros', utf16be('A café.'), undefined, /^A café\.$/],
  [
    'UTF-16 with a letter cut in half',
    Buffer.from('\ufeffcafés', 'utf16le').subarray(0, -1),
    undefined,
    /^café\ufffd$/,
  ],
  ['the charset of HTTP', GBK_NEIJUAN, 'text/xml; charset="GBK"', /^内卷$/],
  ['the XML declaration', latin1(declared('ISO-8859-1', 'café')), 'text/xml', /café/],
  ['the XML declaration, under a blanket claim', GBK_XML, 'text/xml; charset=iso-8859-1', /<t>内卷</],
  ['the charset of HTML', gbkPage('<meta charset="gbk">'), 'text/html', /<p>内卷$/],
  [
    'the content type in HTML',
    gbkPage('<META http-equiv=Content-Type content="text/html; charset=gb2312">'),
    undefined,
    /<p>内卷$/,
  ],
  ['a page that says UTF-16', Buffer.from('<meta charset="utf-16"><p>café'), undefined, /<p>café$/],
  ['a charset that is talked of', Buffer.from('Write charset=gbk <here>: 内卷'), undefined, /内卷$/],
  ['a declaration of UTF-16 on single bytes', Buffer.from(declared('UTF-16', 'café')), undefined, /café/],
  [
    'a wrong claim of UTF-8',
    latin1(declared('utf-8', 'café “x”'.replaceAll(/[“”]/g, '"'))),
    'text/xml; charset=utf-8',
    /café/,
  ],
  ['a wrong claim of Latin-1', Buffer.from('内卷'), 'text/xml; charset=iso-8859-1', /^内卷$/],
  ['a claim of UTF-16 on an odd number of bytes', Buffer.from('café'), 'text/xml; charset=utf-16', /^café$/],
  ['an unknown charset', Buffer.from('é'), 'text/xml; charset=utf-8-but-not-really', /^é$/],
  ['Windows quotation marks', Buffer.from([0x93, 0x68, 0x69, 0x94]), undefined, /^“hi”$/],
  ['Windows letters with a claim of Latin-1', latin1('\x93café\x94'), 'text/plain; charset=ISO-8859-1', /^“café”$/],
  ['one character cut in half among many', CUT_IN_HALF, undefined, /^内卷内卷\ufffd/],
  ['the same under a claim of Latin-1', CUT_IN_HALF, 'text/plain; charset=iso-8859-1', /^内卷内卷\ufffd/],
  [
    'the same behind a mark',
    Buffer.concat([Buffer.from('\ufeff'), CUT_IN_HALF]),
    'text/xml; charset=gbk',
    /^内卷内卷\ufffd/,
  ],
  ['an apostrophe and an emoji cut in half', Buffer.from('it’s 😀').subarray(0, -1), undefined, /^it’s \ufffd$/],
  ['nothing', new Uint8Array(), undefined, /^$/],
];
for (const [name, bytes, contentType, expected] of CASES) {
  test(`Text is read right from ${name}`, () => assert.match(decodeText(bytes, contentType), expected));
}
