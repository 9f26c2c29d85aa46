import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ThemeId } from '#domain/ids.ts';
import { aboutEpisode, chooseThemes, createThemeRater } from '../../scripts/pipeline/assign-themes.ts';
import { aTheme, anEpisode } from '../support/builders.ts';

const [gearing, prices] = ['gearing', 'prices'] as ThemeId[];
const themes = [
  aTheme({ id: gearing!, terms: ['hub gear', 'chain', 'derailleur'], hints: ['oil', 'rust'] }),
  aTheme({ id: prices!, terms: ['price war', 'list price', 'discount'], hints: ['cheap', 'euros'] }),
];
/** Every text is as like one definition as the other, so that words and episode decide. */
const even = {
  name: 'even',
  embed: (texts: readonly string[]) => Promise.resolve(texts.map(() => Float32Array.of(1, 0))),
};
const unlike = Float32Array.of(0, 1);
const rate = await createThemeRater(themes, even);
const themesOf = (text: string, episode = '') => chooseThemes(rate(text, unlike, episode));

test('terms decide, and hints say less than terms', () => {
  assert.deepEqual(themesOf('A hub gear is cheap.'), [gearing]);
  assert.deepEqual(themesOf('A chain and a discount.'), [gearing, prices]);
});

test('hints bring a second theme where they are as many as its terms would be', () => {
  assert.deepEqual(themesOf('A chain is cheap, it costs two euros.'), [gearing, prices]);
});

test('where a passage says as much of both, what the episode speaks of decides', () => {
  const episode = aboutEpisode(anEpisode({ title: 'The price war', description: 'Every discount.' }), ['a list price']);
  assert.deepEqual(themesOf('A chain is cheap, it costs two euros.', episode), [prices]);
});

test('a text that nothing speaks for has no theme, and themes that an engine names count', () => {
  assert.deepEqual(themesOf('The tyre is flat.'), []);
  assert.deepEqual(chooseThemes(rate('A chain.', unlike, ''), [prices!]), [prices]);
});
