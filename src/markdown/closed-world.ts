import type { Nodes, Root } from 'mdast';
import { ContentError, type Problem } from '#domain/content-error.ts';
import { isSecretAddress } from '#domain/secret-address.ts';

/** Kinds of node that a claim may hold; all else is evaluated by MDX, or is no prose. */
const ALLOWED = new Set([
  'root',
  'paragraph',
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'break',
  'link',
  'list',
  'listItem',
  'blockquote',
]);
const WHY: Record<string, string> = {
  mdxjsEsm: 'import and export run as code; write a backslash before the word',
  mdxFlowExpression: 'braces run as code; write \\{ and \\}',
  mdxTextExpression: 'braces run as code; write \\{ and \\}',
  mdxJsxFlowElement: 'components and HTML tags are not allowed here; write \\< for a less-than sign',
  mdxJsxTextElement: 'components and HTML tags are not allowed here; write \\< for a less-than sign',
};

/**
 * Refuses whatever in an insight's body would run, load or lead astray: ESM, expressions, components, HTML, images, unsafe links.
 * `firstLine` is the line of `file` at which the body begins. Throws a `ContentError` with a line for each.
 */
export function assertClosedWorld(tree: Root, file: string, firstLine: number): void {
  const problems = [...findProblems(tree, firstLine - 1)];
  if (problems.length > 0) throw new ContentError(file, problems);
}

function* findProblems(node: Nodes, lineOffset: number): Generator<Problem> {
  const line = (node.position?.start.line ?? 1) + lineOffset;
  if (!ALLOWED.has(node.type))
    yield { line, field: 'body', message: WHY[node.type] ?? `a claim is plain prose; no ${node.type}` };
  else if (node.type === 'link' && !isSafeUrl(node.url))
    yield {
      line,
      field: 'body',
      message: `the link "${node.url}" is not an http or https address`,
    };
  else if (node.type === 'link' && isSecretAddress(node.url))
    yield { line, field: 'body', message: 'a link has a login, a key or an e-mail address in it' };
  else if ('children' in node) for (const child of node.children) yield* findProblems(child, lineOffset);
}

/** Only web addresses leave the page: no `javascript:`, `data:`, `file:`. */
const isSafeUrl = (url: string) => /^https?:\/\//i.test(url);
