import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { judgeAudit, readAudit } from '../../scripts/supply/read-audit.ts';
import { runAudit } from '../../scripts/supply/run-audit.ts';
import { startServer } from '../support/loopback-server.ts';
import { runCommand } from '../support/run-command.ts';

const BULK = '/-/npm/v1/security/advisories/bulk';
let dir: string;
let registries = 0;
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'winnow-audit-'));
  const root = { name: 'x', version: '1.0.0', dependencies: { left: '1.0.0' } };
  const packages = { '': root, 'node_modules/left': { version: '1.0.0' } };
  await writeFile(join(dir, 'package.json'), JSON.stringify(root));
  await writeFile(join(dir, 'package-lock.json'), JSON.stringify({ ...root, lockfileVersion: 3, packages }));
});
after(() => rm(dir, { recursive: true }));

const advisory = (severity: string) => [
  { id: 1, url: 'https://example.org/1', title: 'It can be led astray', severity, vulnerable_versions: '<2.0.0' },
];
const lodash = [{ ...advisory('high')[0], vulnerable_versions: '<4.17.5' }];

/** A registry that knows what a real one knows, and whatever else is given, and has two versions of each package. */
const registryWith =
  (known: Record<string, object>): RequestListener =>
  async (request, response) => {
    const send = (body: object) =>
      void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.url !== BULK) {
      const name = decodeURIComponent(request.url ?? '').slice(1);
      const versions = name === 'lodash' ? ['4.17.4', '4.17.5'] : ['1.0.0', '2.0.0'];
      return send({
        name,
        'dist-tags': { latest: versions[1] },
        versions: Object.fromEntries(versions.map((version) => [version, { name, version }])),
      });
    }
    const asked = JSON.parse(await bodyOf(request)) as Record<string, string[]>;
    send(Object.fromEntries(Object.entries(known).filter(([name]) => name in asked)));
  };

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  return (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString();
}

/** Audits the small project against a registry on the loopback interface. */
async function auditAt(listener: RequestListener, times = { fetchMs: 5000, totalMs: 60_000 }) {
  const registry = await startServer(listener);
  process.env['npm_config_registry'] = registry.origin;
  // npm keeps what it worked out from an advisory.
  process.env['npm_config_cache'] = join(dir, `cache-${++registries}`);
  try {
    return judgeAudit(await runAudit(dir, times));
  } finally {
    await registry.close();
  }
}

test('a registry that knows of nothing gives a clean bill, with the number of packages', async () => {
  assert.deepEqual(await auditAt(registryWith({ lodash })), {
    lines: ['npm audit: no known vulnerability in 1 packages'],
    code: 0,
  });
});

for (const [severity, code] of [
  ['critical', 1],
  ['high', 1],
  ['moderate', 0],
] as const)
  test(`a ${severity} vulnerability is told, and the exit code is ${code}`, async () => {
    assert.deepEqual(await auditAt(registryWith({ lodash, left: advisory(severity) })), {
      lines: [
        'npm audit: of 1 packages, 1 with known vulnerabilities',
        `  ${severity}: left 1.0.0: It can be led astray https://example.org/1`,
      ],
      code,
    });
  });

for (const [name, listener, reason] of [
  ['has no such service', (_, response) => void response.writeHead(404).end(), /not run: .*404/],
  ['takes no such question', (_, response) => void response.writeHead(405).end(), /not run: .*405/],
  ['answers with a page', (_, response) => void response.end('<html>'), /not run: ./],
  ['knows nothing of anything', registryWith({}), /not run: the registry knows nothing bad of lodash/],
] as [string, RequestListener, RegExp][])
  test(`a registry that ${name} is no clean bill`, async () => {
    const { lines, code } = await auditAt(listener);
    assert.equal(code, 3);
    assert.match(lines.join('\n'), reason);
  });

for (const [what, times] of [
  ['a request', { fetchMs: 500, totalMs: 60_000 }],
  ['all', { fetchMs: 60_000, totalMs: 3000 }],
] as const)
  test(`a registry that never answers is given up, by the limit of ${what}`, async () => {
    const started = performance.now();
    const { lines, code } = await auditAt(() => {}, times);
    assert.equal(code, 3);
    assert.match(lines.join('\n'), /not run: ./);
    assert.ok(performance.now() - started < 45_000);
  });

test('the command says so on the page of a CI run, and its exit code is not that of a clean bill', async () => {
  const registry = await startServer({});
  const env = { npm_config_registry: registry.origin, npm_config_cache: join(dir, 'cache'), GITHUB_ACTIONS: 'true' };
  const { code, stdout } = await runCommand('audit', [], env);
  await registry.close();
  assert.equal(code, 3, stdout);
  assert.match(stdout, /^npm audit: not run: .*404.*\n::error::npm audit: not run: /);
});

test('half an answer is none', () => {
  for (const printed of ['', '{', '{}', '{"vulnerabilities":{}}', '{"metadata":{"dependencies":{"total":5}}}', 'null'])
    assert.ok('notRun' in readAudit(printed), printed);
});
