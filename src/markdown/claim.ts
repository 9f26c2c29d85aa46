import type { Parents, Root } from 'mdast';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { ContentError } from '#domain/content-error.ts';
import { readableLine, readableText } from '#domain/readable-text.ts';
import { assertClosedWorld } from './closed-world.ts';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();
const writer = unified().use(remarkGfm).use(remarkMdx).use(remarkStringify).freeze();
const renderer = unified().use(remarkRehype).use(rehypeSanitize).use(rehypeStringify).freeze();

/** A claim that was parsed and found to be plain prose. */
export interface ParsedClaim {
  tree: Root;
  /** The prose without any markup. */
  text: string;
}

/** Parses an insight's body, without ever evaluating it. Throws a `ContentError` with file and line if it is more than prose. */
export function parseClaim(body: string, file: string, firstLine = 1): ParsedClaim {
  const text = readableText(body);
  const tree = parseMdx(text, file, firstLine);
  if (isNested(tree))
    throw new ContentError(file, [
      { line: firstLine, field: 'body', message: `more than ${MOST_LEVELS} levels of markup` },
    ]);
  tidy(tree, text);
  assertClosedWorld(tree, file, firstLine);
  return { tree, text: textOf(tree).replace(/\s+/g, ' ').trim() };
}

/** A claim is a paragraph or a list of words and links. */
const MOST_LEVELS = 20;

/** Whether markup is nested so deeply that walking through it would be no small matter. Level by level: it may be too deep to recur. */
function isNested(tree: Root): boolean {
  let level: readonly unknown[] = [tree];
  for (let depth = 0; depth <= MOST_LEVELS; depth++) {
    level = level.flatMap((node) => (node as Partial<Parents>).children ?? []);
    if (level.length === 0) return false;
  }
  return true;
}

/** The claim as sanitised HTML. */
export const renderClaim = ({ tree }: ParsedClaim): string => renderer.stringify(renderer.runSync(tree));

/** Plain text as one paragraph of MDX that shows just that text: nothing in it is markup, under Winnow and under a real MDX compiler alike. */
export function writeClaim(text: string): string {
  const body = writer.stringify({
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', value: readableLine(text) }] }],
  });
  // mdast-util-mdx does not escape these, yet MDX takes what begins with them for ESM: "export controls are …".
  return body.replace(/^(export|import)(?=\s)/, (word) => `&#x${word.charCodeAt(0).toString(16)};${word.slice(1)}`);
}

/** In the body, not in the file. */
const PLACE = / \((\d+):\d+-\d+:\d+\)/;

function parseMdx(body: string, file: string, firstLine: number): Root {
  try {
    return parser.parse(body);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    // Of a tag that is open at the end, only the message knows the line: "Expected a closing tag for `<p>` (3:1-3:4)".
    const line = firstLine - 1 + Number((error as { line?: number }).line ?? PLACE.exec(said)?.[1] ?? 1);
    const message = `not MDX: ${said.replace(PLACE, '')}; write \\{ \\< for signs that are meant as text`;
    throw new ContentError(file, [{ line, field: 'body', message }]);
  }
}

/**
 * GFM makes links of bare addresses, and no escape prevents it; here only a link that was written as one is a link. A character
 * reference may stand for a character that is no text.
 */
function tidy(node: Root | Parents, body: string): void {
  for (const [index, child] of node.children.entries()) {
    if (child.type === 'link' && body[child.position?.start.offset ?? -1] !== '[') {
      node.children[index] = { type: 'text', value: readableText(textOf(child)), position: child.position };
    } else if ('children' in child) tidy(child, body);
    else if ('value' in child) child.value = readableText(child.value);
  }
}

const textOf = (node: { value?: unknown; type: string; children?: unknown[] }): string =>
  typeof node.value === 'string'
    ? node.value
    : node.type === 'break'
      ? ' '
      : ((node.children ?? []) as Parameters<typeof textOf>[0][]).map(textOf).join(node.type === 'root' ? '\n' : '');
