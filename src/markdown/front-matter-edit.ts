import { isMap, isNode, isScalar, parseDocument, stringify, type Pair, type YAMLMap } from 'yaml';
import { FRONT_MATTER, YAML_STYLE } from './front-matter.ts';

/**
 * Sets fields of an MDX file's front matter to new values, `undefined` to take one out, and leaves every other byte as it is:
 * comments, order, quotation marks and line ends. The file must be one that `readFrontMatter` reads.
 */
export function editFrontMatter(text: string, fields: Readonly<Record<string, unknown>>): string {
  const [start, yaml] = locateYaml(text);
  const edited = Object.entries(fields).reduce((before, [name, value]) => setField(before, name, value), yaml);
  return text.slice(0, start) + edited + text.slice(start + yaml.length);
}

/** Where the YAML between the fences begins, and the YAML with its last line end. */
function locateYaml(text: string): [number, string] {
  const match = FRONT_MATTER.exec(text.replace(/^\uFEFF/, ''));
  const start = text.indexOf('\n') + 1;
  const length = match?.[1]?.length ?? 0;
  const end = text.indexOf('\n', start + length) + 1;
  return [start, text.slice(start, end)];
}

function setField(yaml: string, name: string, value: unknown): string {
  const map = mapOf(yaml);
  // All of it in braces, as JSON has it: no line belongs to one field.
  if (map?.flow) return stringify({ ...map.toJSON(), [name]: value }, YAML_STYLE);
  const lineEnd = yaml.includes('\r\n') ? '\r\n' : '\n';
  const written = value === undefined ? '' : stringify({ [name]: value }, YAML_STYLE).replaceAll('\n', lineEnd);
  const pair = map?.items.find(({ key }) => isScalar(key) && key.value === name);
  if (!pair) return yaml + written;
  const [from, to] = linesOf(yaml, pair);
  return yaml.slice(0, from) + written + yaml.slice(to);
}

function mapOf(yaml: string): YAMLMap | undefined {
  const { contents } = parseDocument(yaml);
  return isMap(contents) ? contents : undefined;
}

/** From the beginning of the key to the end of the line on which the value ends. */
function linesOf(yaml: string, { key, value }: Pair): [number, number] {
  const from = isNode(key) ? (key.range?.[0] ?? 0) : 0;
  const valueEnd = isNode(value) ? (value.range?.[1] ?? from) : from;
  const last = from + yaml.slice(from, valueEnd).trimEnd().length;
  return [from, yaml.indexOf('\n', last) + 1];
}
