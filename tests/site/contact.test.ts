import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContact } from '../../src/contact.ts';

for (const [setting, text, url] of [
  ['https://example.org/contact/', 'example.org/contact', 'https://example.org/contact/'],
  [' desk@example.org ', 'desk@example.org', 'mailto:desk@example.org'],
  ['mailto:desk@example.org', 'desk@example.org', 'mailto:desk@example.org'],
  ['a?b&c@example.org', 'a?b&c@example.org', 'mailto:a%3Fb%26c@example.org'],
] as const)
  test(`${setting} is a link to ${url}`, () => assert.deepEqual(readContact(setting), { text, url }));

for (const setting of [
  undefined,
  '',
  'ring me',
  'javascript:alert(1)',
  'https://me:pass@example.org/',
  '@ada',
  'ftp://example.org',
])
  test(`${JSON.stringify(setting)} is nothing to link`, () => assert.equal(readContact(setting), undefined));
