import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig, fontProviders } from 'astro/config';
import { locateContent } from './src/content-folder.ts';
import { hiddenPages } from './src/hidden-pages.ts';
import { primers } from './src/primers-plugin.ts';
import { site } from './src/site.ts';
import { cutFont } from './src/subset-fonts.ts';

const rootDir = import.meta.dirname;
const content = locateContent(site.contentDir, join(rootDir, 'content'));
const hidden = hiddenPages(site.basePath);
// Builds of different content, such as those of the tests, do not share what Astro remembers.
const cacheKey = createHash('sha256')
  .update(JSON.stringify([site, content]))
  .digest('hex')
  .slice(0, 12);

// What English text is written with comes first and is preloaded; accents and the rest are loaded where a page needs them.
const ENGLISH = 'U+20-7E,U+A0,U+A3,U+A5,U+A7,U+A9,U+B0-B1,U+B7,U+D7,U+2013-2014,U+2018-2019,U+201C-201D,U+2026,U+20AC';
const ACCENTS = 'U+C0-D6,U+D8-F6,U+F8-FF,U+131,U+152-153';
const SIGNS =
  'U+A1-A2,U+A4,U+A6,U+A8,U+AA-AF,U+B2-B6,U+B8-BF,U+F7,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+304,U+308,U+329,U+2000-2012,U+2015-2017,U+201A-201B,U+201E-2025,U+2027-206F,U+2122,U+2191,U+2193,U+2212,U+2215';
const LATIN_EXT =
  'U+100-130,U+132-151,U+154-2BA,U+2BD-2C5,U+2C7-2CC,U+2CE-2D7,U+2DD-2FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF';

/** Variable fonts out of npm packages, cut to what the site shows; nothing is fetched. */
const family = async ({ name, cssVariable, file, fallbacks, styles, weights, features, rename }) => ({
  provider: fontProviders.local(),
  name,
  cssVariable,
  fallbacks,
  options: {
    variants: await Promise.all(
      styles.flatMap((style) =>
        [
          ['latin', ENGLISH],
          ['latin', ACCENTS],
          ['latin', SIGNS],
          ['latin-ext', LATIN_EXT],
        ].map(async ([subset, range]) => ({
          src: [
            await cutFont(
              {
                file: `@fontsource-variable/${file}/files/${file}-${subset}-wght-${style}.woff2`,
                range,
                weights,
                features,
                rename,
              },
              join(rootDir, 'node_modules/.astro/fonts'),
            ),
          ],
          weight: weights.join(' '),
          style,
          // Text never moves: a font that is not there at once is used from the next page on.
          display: 'optional',
          unicodeRange: [range],
        })),
      ),
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
    hidden.integration,
    sitemap({ filter: hidden.isListed }),
  ],
  devToolbar: { enabled: false },
  fonts: await Promise.all([
    family({
      // Source Serif 4: its licence keeps the name "Source" for the fonts that nobody changed.
      name: 'Winnow Serif',
      rename: { reserved: 'Source Serif', name: 'Winnow Serif' },
      cssVariable: '--font-serif',
      file: 'source-serif-4',
      fallbacks: ['Georgia', 'serif'],
      styles: ['normal', 'italic'],
      weights: [400, 600],
      // Kerning, the ligatures of f, old-style and lining, proportional and tabular figures.
      features: ['kern', 'liga', 'onum', 'lnum', 'pnum', 'tnum'],
    }),
    family({
      name: 'Public Sans',
      cssVariable: '--font-sans',
      file: 'public-sans',
      fallbacks: ['Arial', 'sans-serif'],
      styles: ['normal'],
      weights: [400, 600],
      // Its kerning draws a letter after a spaced hyphen up to it.
      features: ['lnum', 'pnum', 'tnum'],
    }),
  ]),
});
