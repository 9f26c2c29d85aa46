import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tameMarkup } from '../../../scripts/adapters/feeds/tame-markup.ts';

const KEPT: [name: string, text: string, expected?: string][] = [
  ['a feed', '<?xml version="1.0"?><rss><channel><item a="1"/></channel></rss>'],
  ['signs in CDATA', '<a><![CDATA[<!-- <!ENTITY x> <b> ]] & ]]></a>'],
  ['a ">" within quotation marks', '<a b="x>y" c=\'>\'><d/></a>'],
  ['stray signs', '<a>1 < 2 & 3 <3 </a>'],
  ['a comment', '<a><!-- <b> "\' -- --><c/></a>', '<a><c/></a>'],
  ['a comment that is never closed', '<a><b/><!-- <c/></a>', '<a><b/>'],
  ['a document type', '<!DOCTYPE rss SYSTEM "http://x.example/rss.dtd"><rss/>', '<rss/>'],
  ['a document type of its own', '<!DOCTYPE rss [<!ELEMENT rss ANY>]><rss/>', '<rss/>'],
  ['what is never closed', '<a b="1'],
  ['an apostrophe that begins no value', `<img alt=Don't><b c = 'x>y'>${'<i>1</i>'.repeat(20_000)}</b>`],
];
for (const [name, text, expected = text] of KEPT)
  test(`${name} is ${expected === text ? 'kept' : 'dropped'}`, () => assert.equal(tameMarkup(text), expected));

test('thousands of tags that are never closed are no nesting where what holds them is closed', () => {
  const item = `<item>${'<br>'.repeat(300)}</item>`;
  assert.equal(tameMarkup(item.repeat(50)), item.repeat(50));
});

test('entities are refused wherever they are declared, and may be talked of', () => {
  for (const text of [
    '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
    '<!DOCTYPE a [<!ELEMENT <a> ANY><b><!entity x SYSTEM "file:///etc/passwd">]><a/>',
    '<!-- <a> --><!DOCTYPE a [<!ENTITY % p SYSTEM "http://x.example/">]><a/>',
    '<a><!ENTITY x "y"></a>',
  ])
    assert.throws(() => tameMarkup(text), /declares entities of its own/);
  assert.equal(tameMarkup('<a>&lt;!ENTITY x&gt;</a>'), '<a>&lt;!ENTITY x&gt;</a>');
});

const REFUSED: [name: string, text: string, expected: RegExp][] = [
  ['100,000 elements within one another', '<a>'.repeat(100_000), /more than 500 elements within one another/],
  ['a tag of 100 kB', `<a b="${'x'.repeat(100_000)}">`, /more than 65536 characters in one tag/],
  ['a tag that hides its length in quotation marks', `<a b=">" c="${'x'.repeat(100_000)}">`, /characters in one tag/],
  ['a million attributes', '<a b="1"/>'.repeat(1_000_000), /more than 800000 tags and attributes/],
  ['two million entities', '&amp;'.repeat(2_000_000), /more than 1500000 signs/],
];
for (const [name, text, expected] of REFUSED)
  test(`${name} are refused`, () => assert.throws(() => tameMarkup(text), expected));
