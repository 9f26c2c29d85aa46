import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';

/** Ends a process as commands do, with a library in it that listens for uncaught errors. */
function run(main: string): Promise<{ code: number; stderr: string }> {
  const script = `
    import '@energetic-ai/core';
    import { ContentError } from '#domain/content-error.ts';
    import { ItemError, SettingsError } from './scripts/errors.ts';
    import { runCommand } from './scripts/run-command.ts';
    await runCommand(async () => { ${main} });`;
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['--input-type=module', '--eval', script], (_error, _stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stderr }),
    );
  });
}

for (const [what, main, code, stderr] of [
  ['a code that is given', 'return 1;', 1, /^$/],
  ['a wrong setting', "throw new SettingsError('--since soon: no');", 2, /^--since soon: no\n$/],
  ['a bad item', "throw new ItemError('https://example.org: no');", 1, /^https:\/\/example\.org: no\n$/],
  ['a wrong file', "throw new ContentError('a.mdx', [{ line: 3, message: 'no' }]);", 1, /^a\.mdx:3: no\n$/],
  ['a bug', 'undefined.x;', 1, /^TypeError: .*\n +at /],
  [
    'a bug whose message was set later',
    "const e = new Error('early'); void e.stack; e.message = 'mended'; throw e;",
    1,
    /^mended\nError: early\n +at /,
  ],
  ['what is no error', "throw 'no';", 1, /^no\n$/],
  [
    'an error that nobody waits for',
    "setTimeout(() => { throw new Error('late'); }); return 0;",
    1,
    /^Error: late\n +at /,
  ],
  ['a promise that nobody waits for', "Promise.reject(new Error('lost')); return 0;", 1, /^Error: lost\n +at /],
  ['a server that is still open', "process.stdin.resume(); throw new ItemError('no');", 1, /^no\n$/],
] as const) {
  test(`${what} ends with exit code ${code}`, async () => {
    const outcome = await run(main);
    assert.equal(outcome.code, code, outcome.stderr);
    assert.match(outcome.stderr, stderr);
  });
}
