import { readdirSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { AstroIntegration } from 'astro';

type UpdateConfig = Parameters<NonNullable<AstroIntegration['hooks']['astro:config:setup']>>[0]['updateConfig'];
type VitePlugin = NonNullable<NonNullable<Parameters<UpdateConfig>[0]['vite']>['plugins']>[number];

const NAME = 'virtual:primers';

/**
 * Gives `virtual:primers`, a map from theme id to its primer: the MDX component and the headings.
 * The folder may lie anywhere: bare imports of its files (the MDX runtime among them) are resolved as if made from `rootDir`.
 */
export function primers(themesDir: string, rootDir: string): AstroIntegration {
  return {
    name: 'primers',
    hooks: {
      'astro:config:setup': ({ updateConfig }) =>
        void updateConfig({ vite: { plugins: [makePlugin(themesDir, rootDir)] } }),
    },
  };
}

function makePlugin(themesDir: string, rootDir: string): VitePlugin {
  return {
    name: 'winnow:primers',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (source === NAME) return `\0${NAME}`;
      // Vite writes paths with slashes everywhere.
      const fromTheme = importer !== undefined && resolve(importer).startsWith(themesDir + sep);
      if (!fromTheme || /^[./\0]/.test(source)) return;
      return this.resolve(source, join(rootDir, 'package.json'), { skipSelf: true });
    },
    load(id) {
      if (id !== `\0${NAME}`) return;
      const files = readdirSync(themesDir).filter((file) => file.endsWith('.mdx'));
      const path = (file: string) => join(themesDir, file).replaceAll(sep, '/');
      const imports = files.map((file, index) => `import * as p${index} from ${JSON.stringify(path(file))};`);
      const entries = files.map(
        (file, index) =>
          `[${JSON.stringify(file.replace(/\.mdx$/, ''))}, { Content: p${index}.Content, headings: p${index}.getHeadings() }]`,
      );
      return `${imports.join('\n')}\nexport default new Map([${entries.join(', ')}]);`;
    },
  };
}
