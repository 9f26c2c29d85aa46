import { stringify } from 'yaml';
import type { z } from 'zod';
import { ContentError } from '#domain/content-error.ts';
import { readYaml } from './read-yaml.ts';

export const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** Splits an MDX file into its front matter, held against `schema`, and its body with the line at which that begins. */
export function readFrontMatter<T extends z.ZodType>(text: string, file: string, schema: T) {
  const match = FRONT_MATTER.exec(text.replace(/^\uFEFF/, ''));
  if (!match)
    throw new ContentError(file, [
      { line: 1, message: 'no front matter; the file begins with a line of three hyphens' },
    ]);
  const data: z.output<T> = readYaml(match[1] ?? '', file, schema, 2);
  const bodyLine = match[0].split('\n').length;
  return { data, body: text.replace(/^\uFEFF/, '').slice(match[0].length), bodyLine };
}

/** Long text stays on one line, so that diffs show what changed. */
export const YAML_STYLE = { lineWidth: 0, defaultStringType: 'PLAIN', defaultKeyType: 'PLAIN' } as const;

/** The way back: `data` as YAML between its fences, and the body. */
export const writeFrontMatter = (data: object, body: string): string =>
  `---\n${stringify(data, YAML_STYLE)}---\n\n${body.trim()}\n`;
