import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings } from '../../scripts/settings.ts';

test('without any setting the defaults hold, and empty means unset', () => {
  const defaults = readSettings({});
  assert.deepEqual(
    [defaults.WINNOW_ENGINE, defaults.CONTENT_DIR, defaults.CACHE_DIR, defaults.TIMEZONE, defaults.ALLOW_PRIVATE_HOSTS],
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
  ['WINNOW_ENGINE', 'magic', /WINNOW_ENGINE=magic \(environment\): the engines are: embedded/],
] as const) {
  test(`${name}=${value} is refused, with the fix`, () =>
    assert.throws(() => readSettings({ [name]: value }), { name: 'SettingsError', message }));
}
