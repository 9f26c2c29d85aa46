import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainLine, plainText } from '../../../scripts/adapters/feeds/plain-text.ts';

const CASES: [html: string, expected: string][] = [
  ['<p>One &amp; two</p><p>three<br/>four</p>', 'One & two\nthree\nfour'],
  ['a<script>alert(1)</script><style>p{}</style>b', 'ab'],
  ['a &lt;b&gt; &#8220;c&#8221;&nbsp;d', 'a <b> “c” d'],
  ['I <3 5 < 6 AT&T', 'I <3 5 < 6 AT&T'],
  ['no\u0000 con\u001btrols, no\u202e turned text', 'no controls, no turned text'],
  [
    'the hub\u200b\u00ad gear &#8238;costs&#xfdd0; more &#x1F469;&#x200D;&#x1F4BB;',
    'the hub gear costs more 👩\u200d💻',
  ],
  ['<b>never closed', 'never closed'],
  ['  \n\t ', ''],
];
for (const [html, expected] of CASES) {
  test(`${JSON.stringify(html)} reads ${JSON.stringify(expected)}`, () => assert.equal(plainText(html, 100), expected));
}

test('Long text is cut between words, within the limit', () => {
  assert.equal(plainText('one two three four', 12), 'one two…');
  assert.equal(plainText('内卷'.repeat(10), 5), '内卷内卷…');
  assert.ok(plainText('<td>x</td>'.repeat(100_000), 2000).length <= 2000);
});

test('A line has no breaks', () => assert.equal(plainLine('<p>a</p><p>b</p>', 10), 'a b'));
