import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ThemeId } from '#domain/ids.ts';
import { buildIn } from '../site/build-in.ts';
import { anEpisode, anInsight, CLAIM, episodeFile, insightFile, themeFile, writeTree } from '../site/content-tree.ts';
import { leaveFile } from '../support/canary.ts';
import { runCommand, type Outcome } from '../support/run-command.ts';

let dir: string;
before(async () => void (dir = await mkdtemp(join(tmpdir(), 'w-'))));
after(() => rm(dir, { recursive: true, force: true }));

const [GOOD = ''] = Object.values(insightFile(anInsight()));
const CLAIM_LINE = GOOD.split('\n').indexOf(CLAIM) + 1;
const run = (path: string) => leaveFile(path);

/** What a person or a stranger may add to a claim, on which line after it that is wrong, and what is said of it. */
const REFUSED: readonly (readonly [what: string, added: string, line: number, message: RegExp])[] = [
  ['an export', '\n\nexport const p = RUN', 2, /import and export run as code/],
  ['an import', "\n\nimport x from './x?raw'", 2, /import and export run as code/],
  ['a default export', '\n\nexport default RUN', 2, /import and export run as code/],
  ['an expression', ' {RUN}', 0, /braces run as code/],
  ['an expression of its own', '\n\n{RUN}', 2, /braces run as code/],
  ['an expression over lines', '\n\n{\nRUN\n}', 2, /braces run as code/],
  ['a comment', ' {/* hidden */}', 0, /braces run as code/],
  ['an expression in a list', '\n\n- one\n- {RUN}', 3, /braces run as code/],
  ['an expression in a quote', '\n\n> **{RUN}**', 2, /braces run as code/],
  ['a component', '\n\n<Evil />', 2, /components and HTML tags are not allowed/],
  ['a component of the site', '\n\n<Clip clip={RUN} />', 2, /components and HTML tags are not allowed/],
  ['a member', ' <a.b>x</a.b>', 0, /components and HTML tags are not allowed/],
  ['a fragment', ' <>x</>', 0, /components and HTML tags are not allowed/],
  ['a spread', ' <b {...RUN}>x</b>', 0, /components and HTML tags are not allowed/],
  ['an HTML tag', ' <b>bold</b>', 0, /components and HTML tags are not allowed/],
  ['a script', '\n\n<script>alert(1)</script>', 2, /components and HTML tags are not allowed/],
  ['an image tag', ' <img src="x" onerror="alert(1)" />', 0, /components and HTML tags are not allowed/],
  ['an HTML comment', '\n\n<!-- hidden -->', 2, /not MDX/],
  ['a tag that is not closed', '\n\n<p>', 2, /not MDX/],
  ['an open brace', ' {', 0, /not MDX/],
  ['an image', ' ![x](https://example.org/x.png)', 0, /no image/],
  ['an image by reference', ' ![x][1]\n\n[1]: https://example.org/x.png', 0, /no imageReference/],
  ['a script link', ' [x](javascript:alert(1))', 0, /"javascript:alert\(1\)" is not an http/],
  ['one in mixed case', ' [x](JaVaScRiPt:alert(1))', 0, /is not an http/],
  ['one with a character reference', ' [x](&#x6A;avascript&colon;alert(1))', 0, /is not an http/],
  ['one with a reference to a tab', ' [x](java&#9;script:alert(1))', 0, /is not an http/],
  ['one after white space', ' [x](< javascript:alert(1)>)', 0, /is not an http/],
  ['one with a control', ' [x](\x01java\0script:alert(1))', 0, /is not an http/],
  ['one with a zero width', ' [x](java\u200bscript:alert(1))', 0, /is not an http/],
  ['one with an escape', ' [x](javascript\\:alert(1))', 0, /is not an http/],
  ['one in a list', '\n\n- **[x](javascript:alert(1))**', 2, /is not an http/],
  ['one by reference', ' [x][1]\n\n[1]: javascript:alert(1)', 0, /no linkReference/],
  ['a definition that nothing uses', '\n\n[1]: javascript:alert(1)', 2, /no definition/],
  ['an autolink', ' <javascript:alert(1)>', 0, /not MDX/],
  ['a data link', ' [x](data:text/html,<script>1</script>)', 0, /is not an http/],
  ['a vbscript link', ' [x](vbscript:msgbox(1))', 0, /is not an http/],
  ['a file link', ' [x](file:///etc/passwd)', 0, /is not an http/],
  ['a link to any scheme', ' [x](//evil.example/x)', 0, /is not an http/],
  ['a link without slashes', ' [x](https:evil.example)', 0, /is not an http/],
  ['a link with backslashes', ' [x](\\\\\\\\evil.example)', 0, /is not an http/],
  ['a link into the site', ' [x](/about/)', 0, /is not an http/],
  ['a mail link', ' [x](mailto:a@example.org)', 0, /is not an http/],
  ['an empty link', ' [x]()', 0, /is not an http/],
  ['a heading', '\n\n# Heading', 2, /no heading/],
  ['a heading by its line', '\n===', 0, /no heading/],
  ['a rule', '\n\n---', 2, /no thematicBreak/],
  ['a code block', '\n\n```js\nRUN\n```', 2, /no code/],
  ['a table', '\n\n| a |\n| - |\n| b |', 2, /no table/],
  ['a footnote', ' [^1]\n\n[^1]: A note.', 0, /no footnoteReference/],
];

const nameOf = (index: number) => `2026-07-02-x-${String(index).padStart(4, '0')}`;

describe('an insight that a person or a stranger wrote is refused with file and line', () => {
  let ran: string;
  let outputs: Record<'check' | 'build' | 'site', Outcome>;
  before(async () => {
    ran = join(dir, 'ran');
    const content = join(dir, 'content');
    await writeTree(content, {
      ...episodeFile(anEpisode()),
      ...themeFile({ id: ThemeId.parse('token-pricing'), title: 'Pricing' }),
      ...Object.fromEntries(
        REFUSED.map(([, added], index) => [
          `insights/2026/07/${nameOf(index)}.mdx`,
          GOOD.replace(CLAIM, CLAIM + added.replaceAll('RUN', run(ran))),
        ]),
      ),
    });
    const env = { CONTENT_DIR: content, CACHE_DIR: join(dir, 'cache'), ASTRO_TELEMETRY_DISABLED: '1' };
    const site = await buildIn(content, join(dir, 'site'));
    outputs = {
      check: await runCommand('check', ['--content', content], env),
      build: await runCommand('build', ['--out', join(dir, 'out')], env),
      // Without the check before it.
      site: { code: site.ok ? 0 : 1, stdout: '', stderr: site.output },
    };
  });

  for (const command of ['check', 'build', 'site'] as const) {
    test(`by the ${command}`, () => {
      const { code, stderr } = outputs[command];
      assert.equal(code, 1);
      for (const [index, [what, , offset, message]] of REFUSED.entries()) {
        const line = stderr
          .split('\n')
          .find((text) => text.includes(`${nameOf(index)}.mdx:${CLAIM_LINE + offset}: body: `));
        assert.match(line ?? `nothing on ${what}`, message, what);
      }
    });
  }

  test('and nothing of it runs, and no site is made', () => {
    for (const path of [ran, join(dir, 'out'), join(dir, 'site')]) assert.ok(!existsSync(path), path);
  });
});
