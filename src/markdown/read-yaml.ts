import { isNode, isPair, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { z } from 'zod';
import { ContentError, type Problem } from '#domain/content-error.ts';

/**
 * Parses YAML (and so JSON) and holds it against `schema`.
 * `firstLine` is the line of `file` at which `text` begins. Throws a `ContentError` that lists every problem with line and field.
 */
export function readYaml<T extends z.ZodType>(text: string, file: string, schema: T, firstLine = 1): z.output<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ message, pos }) => ({
      line: lineAt(pos[0]),
      message: `not YAML: ${message}`,
    }));
    throw new ContentError(file, problems);
  }
  const result = schema.safeParse(toValue(document, file, lineAt), { reportInput: true });
  if (result.success) return result.data;
  throw new ContentError(
    file,
    result.error.issues.flatMap((issue) => problemsOf(issue, document, lineAt)),
  );
}

/** Aliases (`*name`) are not resolved: in files like these an asterisk is a mistake, and a few can unfold to gigabytes. */
function toValue(document: Document, file: string, lineAt: (offset: number) => number): unknown {
  visit(document, {
    Alias(_, { source, range }) {
      const message = `"*${source}" means an alias in YAML; write the value in quotation marks`;
      throw new ContentError(file, [{ line: lineAt(range?.[0] ?? 0), message }]);
    },
  });
  return document.toJS();
}

function problemsOf(issue: z.core.$ZodIssue, document: Document, lineAt: (offset: number) => number): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      return {
        line: lineOf(path, document, lineAt),
        field: path.join('.'),
        message: 'no such field; mend the name or delete the line',
      };
    });
  }
  return [{ line: lineOf(issue.path, document, lineAt), field: issue.path.join('.'), message: describeIssue(issue) }];
}

// What a rule of our own says is kept: it knows why the field is due.
const describeIssue = (issue: z.core.$ZodIssue) =>
  issue.code !== 'custom' && issue.input === undefined ? 'is missing; add it' : issue.message;

/** Line of the node at `path`, or of its nearest ancestor that the text has (a field that is missing has no line of its own). */
function lineOf(path: readonly PropertyKey[], document: Document, lineAt: (offset: number) => number): number {
  for (let depth = path.length; depth > 0; depth--) {
    const offset = offsetOf(path.slice(0, depth), document);
    if (offset !== undefined) return lineAt(offset);
  }
  return lineAt(isNode(document.contents) ? (document.contents.range?.[0] ?? 0) : 0);
}

function offsetOf(path: readonly PropertyKey[], document: Document): number | undefined {
  const parent: unknown = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const key = path.at(-1);
  const items: unknown[] = isNode(parent) && 'items' in parent && Array.isArray(parent.items) ? parent.items : [];
  const found = items.find((item, index) => (isPair(item) ? String(item.key) === String(key) : index === key));
  const node: unknown = isPair(found) ? found.key : found;
  return isNode(node) ? node.range?.[0] : undefined;
}
