import { glob, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { toIndexText, WORD_SYMBOLS } from '../src/searchable-text.ts';

/** So many pages are in memory at once. */
const BATCH = 200;
/** Pagefind's own user interfaces, 400 kB: the site has another. */
const NEVER_LOADED = 'pagefind-{ui,modular-ui,component-ui,highlight}.*';

/** Makes the search index of the site in `dir`, in its folder `pagefind/`, and returns how many pages are in it. */
export async function indexPages(dir: string): Promise<number> {
  const { index, errors } = await pagefind.createIndex({
    includeCharacters: WORD_SYMBOLS,
    excludeSelectors: ['[data-footnotes]', '[data-footnote-ref]'],
  });
  if (!index) throw indexError(errors);
  try {
    let count = 0;
    for (const paths of batchesOf(await htmlFiles(dir))) count += await addPages(index, dir, paths);
    const written = await index.writeFiles({ outputPath: join(dir, 'pagefind') });
    if (written.errors.length > 0) throw indexError(written.errors);
    for await (const file of glob(NEVER_LOADED, { cwd: join(dir, 'pagefind') })) await rm(join(dir, 'pagefind', file));
    return count;
  } finally {
    await pagefind.close();
  }
}

async function htmlFiles(dir: string): Promise<string[]> {
  return Array.fromAsync(glob('**/*.html', { cwd: dir }));
}

function* batchesOf(paths: readonly string[]): Generator<string[]> {
  for (let start = 0; start < paths.length; start += BATCH) yield paths.slice(start, start + BATCH);
}

async function addPages(index: pagefind.PagefindIndex, dir: string, paths: readonly string[]): Promise<number> {
  const files = await Promise.all(paths.map(async (path) => ({ path, html: await readFile(join(dir, path), 'utf8') })));
  const searched = files.filter(({ html }) => html.includes('data-pagefind-body'));
  const added = await Promise.all(
    searched.map(({ path, html }) =>
      index.addHTMLFile({ sourcePath: path, content: noteHits(endQuotes(markWords(html))) }),
    ),
  );
  const errors = added.flatMap((it) => it.errors);
  if (errors.length > 0) throw indexError(errors);
  return searched.length;
}

/** A comment, or a tag, in whose attributes "<" and ">" may stand. */
const MARKUP = /<!--.*?-->|<(?:"[^"]*"|'[^']*'|[^"'>])*>/.source;

/** Text only: what stands in attributes is shown and filtered by as it is. */
const markWords = (html: string): string =>
  html.replace(new RegExp(`${MARKUP}|[^<]+`, 'gs'), (piece) => (piece.startsWith('<') ? piece : toIndexText(piece)));

/** Pagefind ends a paragraph that ends in a word with a full stop; a quote is kept as it was said. */
const endQuotes = (html: string): string => html.replace(/ data-hit="quote".*?(?=<\/p>)/gs, '$&\u2060');

/**
 * Pagefind hands on with a result the ids of empty elements and where they stand, and reads neither; every word of its meta
 * data is searched instead. So `data-hit="moment:12:04"` is carried, and `data-hit="quote"` tells where the quote begins.
 */
const noteHits = (html: string): string =>
  html.replace(new RegExp(MARKUP, 'gs'), (tag) => {
    const note = / data-hit="([^"]*)"/.exec(tag)?.[1];
    return note === undefined ? tag : `${tag}<i id="${note.replaceAll(' ', '%20')}"></i>`;
  });

const indexError = (errors: readonly string[]) => new Error(`the search index could not be made: ${errors.join('; ')}`);
