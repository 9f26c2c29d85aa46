import { Parser } from 'htmlparser2';
import { filesOf, readPages } from './site-files.ts';

/** Attributes that hold an address. */
const LINKS = ['href', 'src', 'action', 'data-search'];

/**
 * The links of the pages in `dir` that lead to no file of the site or to no element of its page, as "page → link".
 * `basePath` begins and ends with a slash; links to `origin` count as links of the site.
 */
export async function deadLinks(dir: string, basePath: string, origin: string): Promise<string[]> {
  const files = new Set(await filesOf(dir));
  const pages = new Map([...(await readPages(dir))].map(([page, html]) => [page, linksAndIds(html)]));
  const isDead = (page: string, link: string) => {
    const url = new URL(link, `${origin}${basePath}${page.replace(/index\.html$/, '')}`);
    if (url.origin !== origin) return false;
    if (!url.pathname.startsWith(basePath)) return true;
    const path = decodeURIComponent(url.pathname.slice(basePath.length));
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    // Made by the search's own index, after the build.
    if (!files.has(file)) return !file.startsWith('pagefind/');
    const id = decodeURIComponent(url.hash.slice(1));
    return id !== '' && pages.has(file) && !pages.get(file)?.ids.has(id);
  };
  return [...pages].flatMap(([page, { links }]) =>
    [...links].filter((link) => isDead(page, link)).map((link) => `${page} → ${link}`),
  );
}

function linksAndIds(html: string): { links: Set<string>; ids: Set<string> } {
  const [links, ids] = [new Set<string>(), new Set<string>()];
  const parser = new Parser({
    onopentag: (name, attribs) => {
      if (attribs['id']) ids.add(attribs['id']);
      for (const attribute of LINKS) if (attribs[attribute] !== undefined) links.add(attribs[attribute]);
      if (name === 'meta' && /^og:(?:image|url)$/.test(attribs['property'] ?? '')) links.add(attribs['content'] ?? '');
    },
  });
  parser.end(html);
  return { links, ids };
}
