import { AUDIT_CODES, judgeAudit } from './supply/read-audit.ts';
import { runAudit } from './supply/run-audit.ts';
import { hidePrivate } from './hide-private.ts';
import { runCommand } from './run-command.ts';

/**
 * `npm run audit`: asks the registry for known vulnerabilities of what is locked. Exit code 0 where there is none, or none above
 * moderate; 1 where there is; 3 where nobody could be asked, which is never taken for a good answer.
 */
await runCommand(async () => {
  const { lines, code } = judgeAudit(await runAudit(process.cwd()));
  console.log(hidePrivate(lines.join('\n')));
  // A line of its own on the page of the run.
  if (process.env.GITHUB_ACTIONS && (code !== AUDIT_CODES.fine || lines.length > 1))
    console.log(`::${code === AUDIT_CODES.fine ? 'warning' : 'error'}::${hidePrivate(lines[0] ?? '')}`);
  return code;
});
