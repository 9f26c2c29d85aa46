import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseEngine, readSettings } from '../../scripts/settings.ts';

test('without any setting the defaults hold, and empty means unset', () => {
  const defaults = readSettings({});
  assert.deepEqual(
    [chooseEngine(defaults), defaults.CONTENT_DIR, defaults.CACHE_DIR, defaults.TIMEZONE, defaults.ALLOW_PRIVATE_HOSTS],
    ['embedded', 'content', '.cache', 'UTC', false],
  );
  assert.deepEqual(readSettings({ TIMEZONE: '', CONTENT_DIR: ' ', WINNOW_ENGINE: '' }), defaults);
});

test('settings of others are ignored', () =>
  assert.deepEqual(readSettings({ HOME: '/x', WINNOW_UNKNOWN: '1' }), readSettings({})));

for (const [name, value, message] of [
  ['TIMEZONE', 'Mars/Olympus', /TIMEZONE=Mars\/Olympus \(environment\): write the name of a time zone/],
  ['ALLOW_PRIVATE_HOSTS', 'maybe', /ALLOW_PRIVATE_HOSTS=maybe \(environment\): write 1 or 0/],
  ['CONTENT_DIR', 'package.json', /CONTENT_DIR=package\.json \(environment\): this is a file.*name a folder/],
  [
    'CACHE_DIR',
    'package.json/cache',
    /CACHE_DIR=package\.json\/cache \(environment\): this is a file, or lies below one/,
  ],
  ['WINNOW_ENGINE', 'magic', /WINNOW_ENGINE=magic \(environment\): the engines are: embedded, openai/],
  ['WINNOW_MAX_TOKENS', '1e6', /WINNOW_MAX_TOKENS=1e6 \(environment\): write a whole number of 1 or more/],
  ['WINNOW_MAX_AUDIO_MB', '0', /WINNOW_MAX_AUDIO_MB=0 \(environment\): write a whole number of 1 or more/],
  [
    'WINNOW_MAX_AUDIO_MINUTES',
    'ten',
    /WINNOW_MAX_AUDIO_MINUTES=ten \(environment\): write a whole number of 1 or more/,
  ],
  [
    'OPENAI_BASE_URL',
    'localhost:11434',
    /OPENAI_BASE_URL \(environment\): write an address, such as http:\/\/localhost/,
  ],
  [
    'OPENAI_BASE_URL',
    'http://me:pw@x.example/v1',
    /OPENAI_BASE_URL \(environment\): write it without user and password/,
  ],
  ['OPENAI_API_KEY', 'sk one two', /OPENAI_API_KEY \(environment\): this has a space/],
] as const) {
  test(`${name}=${value} is refused, with the fix`, () =>
    assert.throws(() => readSettings({ [name]: value }), { name: 'SettingsError', message }));
}

test('a key or a base URL that is wrong is not repeated in the message', () => {
  for (const [name, value] of [
    ['OPENAI_API_KEY', 'sk secret'],
    ['OPENAI_BASE_URL', 'http://me:secret@x.example/'],
  ])
    assert.throws(
      () => readSettings({ [name!]: value }),
      (error: Error) => !error.message.includes('secret'),
    );
});

for (const [env, flag, engine] of [
  [{}, undefined, 'embedded'],
  [{ OPENAI_API_KEY: 'k' }, undefined, 'openai'],
  [{ OPENAI_BASE_URL: 'http://localhost:11434/v1' }, undefined, 'openai'],
  [{ OPENAI_API_KEY: ' ', OPENAI_BASE_URL: '' }, undefined, 'embedded'],
  [{ OPENAI_API_KEY: 'k', WINNOW_ENGINE: 'embedded' }, undefined, 'embedded'],
  [{ OPENAI_API_KEY: 'k' }, 'embedded', 'embedded'],
  [{ OPENAI_API_KEY: 'k', WINNOW_ENGINE: 'embedded' }, 'openai', 'openai'],
] as const) {
  test(`with ${JSON.stringify(env)} and ${flag ? `--engine ${flag}` : 'no flag'}, the engine is ${engine}`, () =>
    assert.equal(chooseEngine(readSettings(env), flag), engine));
}

for (const [how, env, flag] of [
  ['the setting', { WINNOW_ENGINE: 'openai' }, undefined],
  ['the flag', {}, 'openai'],
] as const) {
  test(`openai by ${how} without key and base URL is refused, with what to set`, () =>
    assert.throws(() => chooseEngine(readSettings(env), flag), {
      name: 'SettingsError',
      message: /set OPENAI_API_KEY, or OPENAI_BASE_URL/,
    }));
}
