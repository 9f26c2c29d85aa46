import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { z } from 'zod';
import { Digest } from '#domain/digest.ts';
import { Episode } from '#domain/episode.ts';
import { Glossary } from '#domain/glossary.ts';
import { Insight } from '#domain/insight.ts';
import { Show } from '#domain/show.ts';
import { ThemeFrontMatter } from '#domain/theme.ts';
import { anEpisode, anInsight, aShow, aTheme } from '../support/builders.ts';

/** Between any two letters; JSON as a person may write it escapes them. */
const NO_TEXT = '\0\u202e\u200b';
const dirty = (text: string) => text.split('').join(NO_TEXT);

const SAID = { text: 'ten dollars', value: 10, unit: 'USD', subject: 'a chain' };
const { id: _, ...theme } = aTheme({ hints: ['cheap'] });
for (const [what, schema, value, kept] of [
  [
    'an insight',
    Insight,
    anInsight({
      speaker: 'Ann Lee',
      reason: 'The only figure.',
      figures: [SAID],
      quote: { ...anInsight().quote, translation: 'In English.' },
      withdrawn: { date: anInsight().addedAt, reason: 'It was wrong.' },
    }),
    ['episode', 'publishedAt', 'addedAt', 'themes', 'date', 'checksum'],
  ],
  [
    'an episode',
    Episode,
    anEpisode({
      showTitle: 'Bike Talk',
      description: 'Notes.',
      people: [{ name: 'Ann Lee', role: 'guest' }],
      chapterList: [{ startMs: 0, title: 'Intro' }],
      reason: 'none',
      link: 'https://example.org/1',
      audio: 'https://example.org/1.mp3',
      transcript: { from: 'https://example.org/1.vtt', type: 'vtt' },
    }),
    ['id', 'show', 'guid', 'publishedAt', 'status', 'type'],
  ],
  ['a digest', Digest, { date: '2026-07-02', insights: [{ id: 'a-b', reason: 'The best.' }] }, ['date', 'id']],
  ['a show', Show, aShow(), ['id', 'feed']],
  ['a theme', ThemeFrontMatter, theme, []],
  ['a glossary', Glossary, [{ name: 'Shimano', kind: 'company', misheard: ['she mano'] }], ['kind']],
] as [string, z.ZodType, unknown, string[]][]) {
  test(`every shown field of ${what} is read without characters that are no text`, () => {
    const written = JSON.parse(
      JSON.stringify(value),
      function soil(this: unknown, key: string, part: unknown): unknown {
        const isField =
          typeof part === 'string' && !kept.includes(key) && !(Array.isArray(this) && kept.includes('themes'));
        return isField ? dirty(part) : part;
      },
    ) as unknown;
    assert.notDeepEqual(written, value);
    assert.deepEqual(schema.parse(written), schema.parse(value));
  });
}

test('a guid stays as the feed has it, to the last character', () => {
  const guid = 'a\0b\u202e\ud800';
  assert.equal(Episode.parse(JSON.parse(JSON.stringify(anEpisode({ guid })))).guid, guid);
});
