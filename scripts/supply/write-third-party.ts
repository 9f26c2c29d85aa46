import { SHIPPED_PACKAGES } from '../../src/shipped-packages.ts';
import type { Dependency, Role } from './judge-licences.ts';

const TITLES: Record<Role, string> = {
  site: 'In the built site',
  program: 'Installed to run Winnow',
  development: 'Installed to change it',
};

const HEAD = `# What Winnow is built on

Written by \`npm run licences\` from package-lock.json, with the packages for all platforms; do not edit. Winnow itself is under the
MIT licence (LICENSE). This repository holds none of these packages: npm brings each from its own publisher.

What the licences ask for, beside notice and text:

- **OFL-1.1** (the fonts): they may be served with pages, not sold by themselves. The site serves them cut to its characters; their
  licences go with every built site, in \`licenses.txt\`, as does that of Pagefind.
- **MPL-2.0** (satori, resvg, lightningcss, axe): who changes one of their files and hands it on gives that file's source. They are used
  as they come, and nothing of them is in the site.
- **LGPL-3.0-or-later** (libvips, below sharp): whoever uses it may put another version in its place. It is a library of its own that npm
  brings, and nothing of it is in the site.
- Models and word lists (the sentence embeddings, wink's language model, SUBTLEX word frequencies) are read where Winnow runs, under the
  licences that their packages name; nothing of them is in the site. The frequencies come from SUBTLEXus of Ghent University.
- \`@sparticuz/chromium\` holds a build of Chromium, under Chromium's own licences, and \`node-*\` one of Node. They are for tests, and to
  run Winnow; nobody is handed them.
- **CC-BY-3.0** (the lists of SPDX, which check this file): named here, changed nowhere.
`;

/** The list of all dependencies as a Markdown file. */
export function writeThirdParty(dependencies: readonly Dependency[]): string {
  const sections = (Object.keys(TITLES) as Role[]).map((role) => {
    const rows = dependencies.filter((dependency) => dependency.role === role).map(rowOf);
    return `## ${TITLES[role]} (${rows.length})\n\n| package | version | licence | |\n|---|---|---|---|\n${rows.join('\n')}\n`;
  });
  return [HEAD, `${tally(dependencies)}\n`, ...sections].join('\n');
}

const rowOf = ({ name, version, licence = 'unknown', role, optional }: Dependency) => {
  const what =
    role === 'site' ? SHIPPED_PACKAGES.find((shipped) => shipped.name === name)?.what : optional && 'on some platforms';
  return `| ${name} | ${version} | ${licence} | ${what || ''} |`;
};

function tally(dependencies: readonly Dependency[]): string {
  const counts = new Map<string, number>();
  for (const { licence = 'unknown' } of dependencies) counts.set(licence, (counts.get(licence) ?? 0) + 1);
  const sorted = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return `${dependencies.length} packages: ${sorted.map(([licence, n]) => `${n} ${licence}`).join(', ')}.`;
}
