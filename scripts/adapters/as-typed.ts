import { relative, sep } from 'node:path';

/** A path as a person would type it: relative where it is below the current folder. */
export function asTyped(path: string): string {
  const short = relative(process.cwd(), path);
  return (short === '' || short.startsWith('..') ? path : short).split(sep).join('/');
}
