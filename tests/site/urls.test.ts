import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Day, EpisodeId, InsightId, personSlugOf, ShowId, ThemeId } from '#domain/ids.ts';
import { makeUrls, pageParam } from '#urls';

test('every route is the one of the contract', () => {
  const urls = makeUrls();
  const theme = ThemeId.parse('moe');
  const show = ShowId.parse('hard-fork');
  assert.deepEqual(
    [
      urls.home(),
      urls.theme(theme),
      urls.theme(theme, 2),
      urls.themeFeed(theme),
      urls.insight(InsightId.parse('2026-07-02-x-ab12')),
      urls.episode(show, EpisodeId.parse('2026-07-02-y-ab12')),
      urls.shows(),
      urls.show(show),
      urls.show(show, 3),
      urls.digests(),
      urls.digests(2),
      urls.digest(Day.parse('2026-07-02')),
      urls.digestFeed(),
      urls.feed(),
      urls.search(),
      urls.subscribe(),
      urls.about(),
      urls.quoting(),
      urls.trends(),
      urls.people(),
      urls.people(2),
      urls.person(personSlugOf('Ada Price')),
      urls.personFeed(personSlugOf('Ada Price')),
      urls.feed('atom'),
      urls.themeFeed(theme, 'json'),
      urls.showFeed(show, 'atom'),
      urls.digestFeed('json'),
    ],
    [
      '/',
      '/themes/moe/',
      '/themes/moe/2/',
      '/themes/moe/rss.xml',
      '/insights/2026-07-02-x-ab12/',
      '/episodes/hard-fork/2026-07-02-y-ab12/',
      '/shows/',
      '/shows/hard-fork/',
      '/shows/hard-fork/3/',
      '/digests/',
      '/digests/pages/2/',
      '/digests/2026-07-02/',
      '/digests/rss.xml',
      '/rss.xml',
      '/search/',
      '/subscribe/',
      '/about/',
      '/quoting/',
      '/trends/',
      '/people/',
      '/people/pages/2/',
      '/people/ada-price/',
      '/people/ada-price/rss.xml',
      '/atom.xml',
      '/themes/moe/feed.json',
      '/shows/hard-fork/atom.xml',
      '/digests/feed.json',
    ],
  );
});

test('routes lie below the base path', () => {
  assert.equal(makeUrls('/winnow/').theme(ThemeId.parse('moe')), '/winnow/themes/moe/');
  assert.equal(makeUrls('/winnow/').home(), '/winnow/');
});

test('the first page of a list has no number', () => {
  assert.deepEqual([pageParam(1), pageParam(2)], [undefined, '2']);
});

test('the table of figures has an address for each order and page', () => {
  const urls = makeUrls();
  assert.deepEqual(
    [urls.figures(), urls.figures('date', 2), urls.figures('value'), urls.figures('value', 3)],
    ['/trends/figures/', '/trends/figures/2/', '/trends/figures/by-value/', '/trends/figures/by-value/3/'],
  );
  assert.deepEqual(
    [urls.figuresIn('usd'), urls.figuresIn('usd', 'date', 2), urls.figuresIn('usd', 'value', 3)],
    ['/trends/figures/usd/', '/trends/figures/usd/2/', '/trends/figures/usd/by-value/3/'],
  );
});
