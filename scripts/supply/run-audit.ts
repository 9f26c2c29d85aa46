import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAudit, type Audit } from './read-audit.ts';

/** `fetchMs`: until npm gives up one request, which it tries twice. `totalMs`: until npm is given up. */
export interface AuditTimes {
  fetchMs: number;
  totalMs: number;
}
const TIMES: AuditTimes = { fetchMs: 20_000, totalMs: 120_000 };

/** A version with vulnerabilities that are known since 2018. */
const KNOWN_BAD = { name: 'lodash', version: '4.17.4' };

/**
 * Asks the registry about the packages of the `package-lock.json` in `dir`. There are mirrors that answer "nothing known" to any
 * such question, so it is first asked about a package that is known to be bad.
 */
export async function runAudit(dir: string, times: AuditTimes = TIMES): Promise<Audit> {
  const control = await auditKnownBad(times);
  if ('notRun' in control) return control;
  if (control.vulnerabilities.length === 0)
    return {
      notRun: `the registry knows nothing bad of ${KNOWN_BAD.name} ${KNOWN_BAD.version}, so it has no advisories`,
    };
  return audit(dir, times);
}

async function auditKnownBad(times: AuditTimes): Promise<Audit> {
  const dir = await mkdtemp(join(tmpdir(), 'winnow-audit-'));
  try {
    const { name, version } = KNOWN_BAD;
    const root = { name: 'control', version: '1.0.0', dependencies: { [name]: version } };
    const packages = { '': root, [`node_modules/${name}`]: { version } };
    await writeFile(join(dir, 'package.json'), JSON.stringify(root));
    await writeFile(join(dir, 'package-lock.json'), JSON.stringify({ ...root, lockfileVersion: 3, packages }));
    return await audit(dir, times);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

function audit(cwd: string, { fetchMs, totalMs }: AuditTimes): Promise<Audit> {
  const flags = ['--json', '--package-lock-only', '--fetch-retries=1', `--fetch-timeout=${fetchMs}`];
  const options = { cwd, timeout: totalMs, maxBuffer: 64 * 2 ** 20, shell: process.platform === 'win32' };
  return new Promise((resolve) => {
    execFile('npm', ['audit', ...flags], options, (error, stdout) => {
      if (error?.killed) return resolve({ notRun: `no answer within ${totalMs / 1000} s` });
      if (error?.code === 'ENOENT') return resolve({ notRun: 'there is no npm on the path' });
      resolve(readAudit(stdout));
    });
  });
}
