import type { PhrasingContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

const writer = unified().use(remarkGfm).use(remarkStringify).freeze();

/** A Markdown quote with its source below: `before` it, a link, `after` it. Nothing in the texts is markup. */
export function writeQuoteBlock(text: string, source: { before: string; title: string; url: string; after: string }) {
  const link: PhrasingContent = { type: 'link', url: source.url, children: [plain(source.title)] };
  return writer
    .stringify({
      type: 'root',
      children: [
        {
          type: 'blockquote',
          children: [
            { type: 'paragraph', children: [plain(text)] },
            { type: 'paragraph', children: [plain(source.before), link, plain(source.after)] },
          ],
        },
      ],
    })
    .trimEnd();
}

const plain = (value: string): PhrasingContent => ({ type: 'text', value });
