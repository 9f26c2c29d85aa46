import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

const writer = unified().use(remarkGfm).use(remarkStringify).freeze();

/** Where a text is from: `before` the link, the link, `after` it. */
interface Source {
  before: string;
  title: string;
  url: string;
  after: string;
}

/** A Markdown quote with its source below. Nothing in the texts is markup. */
export const writeQuoteBlock = (text: string, source: Source): string =>
  write([{ type: 'blockquote', children: [paragraph([plain(text)]), paragraph(sourceLine(source))] }]);

/** Words that are nobody's quote, in Markdown, with their source in the same paragraph. */
export const writeWithSource = (text: string, source: Source): string =>
  write([paragraph([plain(`${text} `), ...sourceLine(source)])]);

const write = (children: RootContent[]) => writer.stringify({ type: 'root', children }).trimEnd();
const paragraph = (children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });
const sourceLine = ({ before, title, url, after }: Source): PhrasingContent[] => [
  plain(before),
  { type: 'link', url, children: [plain(title)] },
  plain(after),
];

const plain = (value: string): PhrasingContent => ({ type: 'text', value });
