import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ShowList } from '#domain/show.ts';

const show = { id: 'bike-talk', title: 'Bike Talk', feed: 'https://example.org/feed.xml' };

test('a show may be quoted unless its line says otherwise', () => {
  assert.deepEqual(
    ShowList.parse([show]).map(({ excerpts }) => excerpts),
    [true],
  );
});

test('a show may be marked as one for its listener only', () =>
  assert.equal(ShowList.parse([{ ...show, private: true }])[0]?.private, true));

test('an id that stands twice is an error at its second place', () => {
  assert.deepEqual(
    ShowList.safeParse([show, show]).error?.issues.map(({ path }) => path),
    [[1, 'id']],
  );
});

for (const feed of ['ftp://example.org/feed', 'javascript:alert(1)', 'feed.xml']) {
  test(`${feed} is no feed`, () => assert.equal(ShowList.safeParse([{ ...show, feed }]).success, false));
}
