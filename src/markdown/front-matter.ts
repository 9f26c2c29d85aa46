import { Document, visit } from 'yaml';
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

/** Long text stays on one line, so that diffs show what changed; yaml 2.9 also gets lines of white space in quotation marks wrong. */
export const YAML_STYLE = {
  lineWidth: 0,
  defaultStringType: 'PLAIN',
  defaultKeyType: 'PLAIN',
  doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
} as const;

/** The way back: `data` as YAML between its fences, and the body. */
export const writeFrontMatter = (data: object, body: string): string =>
  `---\n${writeYaml(data)}---\n\n${body.trim()}\n`;

/** `data` as YAML in which an MDX compiler that knows no front matter finds nothing to run: braces and less-than signs are escaped. */
function writeYaml(data: object): string {
  const document = new Document(data);
  visit(document, {
    Scalar(_, node) {
      if (/[{}<]/.test(String(node.value))) node.type = 'QUOTE_DOUBLE';
    },
  });
  return document.toString(YAML_STYLE).replace(/[{}<]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16)}`);
}
