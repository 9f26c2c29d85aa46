import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  episodeIdOf,
  hash4,
  insightIdOf,
  InsightId,
  personSlugOf,
  slugify,
  type Day,
  type EpisodeId,
  type ShowId,
} from '#domain/ids.ts';

for (const [title, slug] of [
  ['Who Pays for the Price War?', 'who-pays-for-the-price-war'],
  ["It's naïve – isn’t it", 'its-naive-isnt-it'],
  ['内卷', 'untitled'],
  ['../../etc/passwd', 'etc-passwd'],
] as const) {
  test(`the slug of "${title}" is ${slug}`, () => assert.equal(slugify(title), slug));
}

test('a long slug is cut at a word border', () => {
  const slug = slugify('a sentence that goes on and on and on until it is far too long for a file name');
  assert.ok(
    slug.length <= 60 &&
      'a-sentence-that-goes-on-and-on-and-on-until-it-is-far-too-long-for-a-file-name'.startsWith(`${slug}-`),
  );
});

test('an insight id is the day, the title and a hash of episode and quote', () => {
  const base = {
    episode: 'e-1' as EpisodeId,
    publishedAt: '2026-07-02' as Day,
    title: 'Prices fall',
    quote: 'prices will fall',
  };
  assert.match(insightIdOf(base), /^2026-07-02-prices-fall-[0-9a-f]{4}$/);
  assert.equal(insightIdOf(base), insightIdOf({ ...base }));
  assert.notEqual(insightIdOf(base), insightIdOf({ ...base, quote: 'prices will rise' }));
});

test('two shows that publish the same title on one day have episodes of different ids', () => {
  const base = { guid: '1', title: 'Hello', publishedAt: '2026-07-02' as Day };
  assert.notEqual(episodeIdOf({ ...base, show: 'a' as ShowId }), episodeIdOf({ ...base, show: 'b' as ShowId }));
});

test('the hash is FNV-1a folded to 16 bits', () => {
  // FNV-1a 32 of "foobar" is bf9cf968 (RFC 9923, test vectors); bf9c xor f968 is 46f4.
  assert.equal(hash4('foobar'), '46f4');
});

test('an id that leads out of its folder is refused', () =>
  assert.equal(InsightId.safeParse('../secret').success, false));

for (const [name, slug] of [
  ['José Ángel', 'jose-angel'],
  ['ADA  PRICE', 'ada-price'],
  ["Conan O'Brien", 'conan-obrien'],
] as const) {
  test(`the address of ${name} is ${slug}`, () => assert.equal(personSlugOf(name), slug));
}

test('names of which the address cannot hold every letter are told apart', () => {
  const names = ['李飞飞 (Fei)', '王飞 Fei', 'Fei', 'Ø. Hansen', 'Hansen', 'राम', 'रमा', 'रमी', '张艳', '黄娟'];
  const slugs = names.map(personSlugOf);
  assert.equal(new Set(slugs).size, names.length);
  assert.match(slugs[0]!, /^fei-[0-9a-f]{8}$/);
});

test('names that are too long for an address, or are those of a page, are told apart too', () => {
  const title = 'The Right Honourable Professor Doctor Sir Alexander Bartholomew';
  assert.notEqual(personSlugOf(`${title} Alpha`), personSlugOf(`${title} Beta`));
  assert.match(personSlugOf('Pages'), /^pages-[0-9a-f]{8}$/);
});

test('people whose names have no Latin letters have different addresses', () => {
  const [one, other] = [personSlugOf('李明'), personSlugOf('王伟')];
  assert.match(one, /^person-[0-9a-f]{8}$/);
  assert.notEqual(one, other);
});
