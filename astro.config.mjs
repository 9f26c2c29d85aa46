import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig, fontProviders } from 'astro/config';
import { locateContent } from './src/content-folder.ts';
import { primers } from './src/primers-plugin.ts';
import { site } from './src/site.ts';

const rootDir = import.meta.dirname;
const content = locateContent(site.contentDir, join(rootDir, 'content'));
// Builds of different content, such as those of the tests, do not share what Astro remembers.
const cacheKey = createHash('sha256')
  .update(JSON.stringify([site, content]))
  .digest('hex')
  .slice(0, 12);

const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD';
const LATIN_EXT =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF';

/** Variable fonts out of npm packages, in the two subsets that Latin script needs; nothing is fetched. */
const family = ({ name, cssVariable, file, fallbacks, styles }) => ({
  provider: fontProviders.local(),
  name,
  cssVariable,
  fallbacks,
  options: {
    variants: styles.flatMap((style) =>
      [
        ['latin', LATIN],
        ['latin-ext', LATIN_EXT],
      ].map(([subset, range]) => ({
        src: [`@fontsource-variable/${file}-${subset}-wght-${style}.woff2`],
        weight: '200 900',
        style,
        display: 'swap',
        unicodeRange: [range],
      })),
    ),
  },
});

export default defineConfig({
  site: site.origin,
  base: site.basePath,
  trailingSlash: 'always',
  cacheDir: `./node_modules/.astro/${cacheKey}`,
  // Stylesheets and scripts stay files of their own: cached across pages, and fit for a strict content security policy.
  build: { format: 'directory', inlineStylesheets: 'never', assets: 'assets' },
  vite: { build: { assetsInlineLimit: 0 } },
  integrations: [
    primers(content.themes, rootDir),
    mdx({ processor: satteri({ features: { gfm: { footnotes: { label: 'Sources' } } } }) }),
    sitemap(),
  ],
  devToolbar: { enabled: false },
  fonts: [
    family({
      name: 'Source Serif 4',
      cssVariable: '--font-serif',
      file: 'source-serif-4/files/source-serif-4',
      fallbacks: ['Georgia', 'serif'],
      styles: ['normal', 'italic'],
    }),
    family({
      name: 'Public Sans',
      cssVariable: '--font-sans',
      file: 'public-sans/files/public-sans',
      fallbacks: ['Arial', 'sans-serif'],
      styles: ['normal'],
    }),
  ],
});
