import assert from 'node:assert/strict';
import test from 'node:test';
import { ItemError } from '../../../scripts/errors.ts';
import { parseTranscript } from '../../../scripts/adapters/transcripts/parse-transcript.ts';

const VTT = 'WEBVTT\n\n00:00.000 --> 00:02.000\nMudguards, naturally.\n';
const SRT = '1\n00:00:00,000 --> 00:00:02,000\nMudguards, naturally.\n';
const JSON_FILE = '{"segments":[{"startTime":0,"endTime":2,"body":"Mudguards, naturally."}]}';
const PAGE = '<!doctype html><html><body><p>Mudguards, naturally.</p></body></html>';
const TEXT = 'Mudguards, naturally.';
const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = (body: Uint8Array, contentType?: string) =>
  parseTranscript(body, { url: 'a', contentType })
    .transcript.cues.map((cue) => cue.text)
    .join('|');

test('a timed format is read as what it is, whatever was declared', () => {
  for (const [text, type] of [
    [VTT, 'vtt'],
    [SRT, 'srt'],
    [JSON_FILE, 'json'],
  ] as const) {
    for (const declared of ['text/html', 'text/plain', 'application/srt', undefined]) {
      assert.equal(parseTranscript(bytes(text), { type: declared, url: 'https://x.example/t.txt' }).type, type);
    }
  }
});

test('a page or plain text is read where nothing else was declared', () => {
  assert.equal(parseTranscript(bytes(PAGE), { type: 'text/html', url: 'https://x.example/t' }).type, 'html');
  assert.equal(
    parseTranscript(bytes(PAGE), { url: 'https://x.example/t.html?v=.srt', contentType: 'text/plain' }).type,
    'html',
  );
  assert.equal(
    parseTranscript(bytes(PAGE), { url: 'https://x.example/t', contentType: 'text/html; charset=utf-8' }).type,
    'html',
  );
  assert.equal(parseTranscript(bytes(TEXT), { type: 'text/plain', url: 'https://x.example/t' }).type, 'text');
});

const REFUSED: [what: string, body: string | Uint8Array, type: string | undefined, message: RegExp][] = [
  ['a page in the place of VTT', PAGE, 'text/vtt', /HTML page where vtt was declared.*error page; open it/],
  ['a page in the place of text', PAGE, 'text/plain', /HTML page where text was declared/],
  ['bare words in the place of SRT', TEXT, 'application/x-subrip', /srt was declared, but nothing in it is SRT/],
  ['an empty body', ' \n ', 'text/vtt', /it is empty/],
  ['a header alone', 'WEBVTT\n\n', 'text/vtt', /vtt without a word of speech/],
  ['cues of music', 'WEBVTT\n\n00:00.000 --> 00:02.000\n[music]\n', 'text/vtt', /without a word of speech/],
  [
    'chapters',
    '{"version":"1.2.0","chapters":[{"startTime":0,"title":"Intro"}]}',
    'application/json',
    /JSON without segments/,
  ],
  ['JSON that was cut off', '{"segments":[{"startTime":0,"bo', 'application/json', /cut off/],
  [
    'a page that says 404',
    '<html><title>404</title><body><p>Nothing here.</p></body></html>',
    'text/html',
    /error page/,
  ],
  ['an error as text', 'Error: link expired', undefined, /error page/],
  ['a PDF', '%PDF-1.7\n…', undefined, /it is a PDF/],
  ['XML', '<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>', 'text/vtt', /it is XML/],
  ['an MP3', Uint8Array.from({ length: 4000 }, (_, index) => (index * 37) % 256), undefined, /binary data/],
];
for (const [what, body, type, message] of REFUSED) {
  test(`${what} is refused with what happened and what to do`, () => {
    const parse = () =>
      parseTranscript(typeof body === 'string' ? bytes(body) : body, { type, url: 'https://x.example/t' });
    assert.throws(
      parse,
      (error) => error instanceof ItemError && message.test(error.message) && /tell the publisher/.test(error.message),
    );
  });
}

test('text is decoded by what the host says of it', () => {
  assert.equal(textOf(new Uint8Array([0xc4, 0xda, 0xbe, 0xed]), 'text/plain; charset=GBK'), '内卷');
  assert.equal(textOf(new Uint8Array(Buffer.from(`\uFEFF${VTT}`, 'utf16le'))), TEXT);
});

test('line ends of every system are read alike', () => {
  for (const end of ['\r\n', '\r\r\n', '\r']) assert.equal(textOf(bytes(VTT.replaceAll('\n', end))), TEXT);
});

test('invisible characters, markup and entities are gone, also where they were encoded twice', () => {
  const cases: [string, string][] = [
    ['a\u200bb\u202ec\u0007d\ufeff', 'abcd'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['a&#8238;b<\u200bi>c', 'abc'],
    ['so\u00adft \u{e0041}tag', 'soft tag'],
    ['Q&amp;amp;A &lt;i&gt;now&lt;/i&gt; R&D', 'Q&A now R&D'],
    ['vector&lt;int&gt; is 3 < 4 and <3', 'vector<int> is 3 < 4 and <3'],
    ['<c.red>a</c> <00:00:01.000><b>b</b><br>c <!-- d -->', 'a b c'],
    ['too   many\t\u00a0spaces', 'too many spaces'],
  ];
  for (const [raw, clean] of cases) assert.equal(textOf(bytes(`WEBVTT\n\n00:00.000 --> 00:02.000\n${raw}\n`)), clean);
});

test('half of a surrogate pair is dropped', () => {
  assert.equal(textOf(bytes('{"segments":[{"startTime":0,"endTime":1,"body":"a \\ud83d bell"}]}')), 'a bell');
});

test('the language is what the file says, if that is one', () => {
  const languageOf = (text: string) => parseTranscript(bytes(text), { url: 'a' }).transcript.language;
  assert.equal(languageOf(VTT.replace('WEBVTT', 'WEBVTT\nLanguage: de-at')), 'de-AT');
  assert.equal(languageOf(PAGE.replace('<html', '<html class="a" lang="fr"')), 'fr');
  assert.equal(languageOf(JSON_FILE.replace('{', '{"language":"english",')), undefined);
});

test('a hostile file takes no time and no stack', () => {
  const hostile = [
    '&amp'.repeat(1e5),
    `&${'amp;'.repeat(1e5)}`,
    `${'\n'.repeat(1e6)}x`,
    `${'\r'.repeat(1e6)}x`,
    '<'.repeat(1e6) + 'x',
    'Ha! '.repeat(5e4),
    '>>'.repeat(1e5) + 'x',
    '[00:00] '.repeat(2e4) + 'x',
    `{"a":${'['.repeat(1e5)}`,
  ];
  const started = performance.now();
  for (const text of hostile) {
    try {
      parseTranscript(bytes(text), { url: 'a' });
    } catch (error) {
      assert.ok(error instanceof ItemError, String(error));
    }
  }
  assert.ok(performance.now() - started < 5000);
});
