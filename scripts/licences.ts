import { readFile } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import { dependenciesOf, findUnfit } from './supply/judge-licences.ts';
import { writeThirdParty } from './supply/write-third-party.ts';
import { runCommand } from './run-command.ts';

/**
 * `npm run licences`: lists every dependency with its licence in THIRD-PARTY.md, without the network. Exit code 1 where one is
 * unknown or not allowed; the file is written all the same.
 */
await runCommand(async () => {
  const dependencies = dependenciesOf(JSON.parse(await readFile('package-lock.json', 'utf8')));
  await writeFileAtomic('THIRD-PARTY.md', writeThirdParty(dependencies));
  const unfit = findUnfit(dependencies);
  for (const line of unfit) console.error(line);
  console.log(`THIRD-PARTY.md: ${dependencies.length} packages, ${unfit.length} that may not be used`);
  return unfit.length > 0 ? 1 : 0;
});
