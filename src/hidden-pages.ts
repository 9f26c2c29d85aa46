import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** The mark stands among the first tags of a page. */
const HEAD_BYTES = 2048;

/**
 * Tells the sitemap which pages search engines are asked to leave out, such as those of withdrawn insights. The integration comes
 * before the sitemap's; `base` is the path under which the site lives.
 */
export function hiddenPages(base: string): { integration: AstroIntegration; isListed: (page: string) => boolean } {
  let dir = '';
  return {
    integration: {
      name: 'hidden-pages',
      hooks: { 'astro:build:done': ({ dir: built }) => void (dir = fileURLToPath(built)) },
    },
    isListed: (page) => {
      const path = decodeURIComponent(new URL(page).pathname).slice(base.length);
      return !headOf(join(dir, path, 'index.html')).includes('<meta name="robots" content="noindex">');
    },
  };
}

function headOf(file: string): string {
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(HEAD_BYTES);
    return buffer.toString('utf8', 0, readSync(descriptor, buffer, 0, HEAD_BYTES, 0));
  } finally {
    closeSync(descriptor);
  }
}
