import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The arrows of the README's map: who may import what. `allow` are patterns of import specifiers. */
const only = (allow, message) => ({
  'no-restricted-imports': ['error', { patterns: [{ regex: `^(?!(?:${allow.join('|')})$)`, message }] }],
});
const DOMAIN = '#domain/[\\w-]+\\.ts';
const UNIFIED = '(?:remark|rehype|mdast|hast|unist)-[\\w-]+|mdast|hast|unist|unified|vfile|yaml|zod';

export default defineConfig(
  { ignores: ['dist/', '.astro/', '.demo/', '.cache/', 'test-results/', 'tests/browser/.site/'] },
  ...tseslint.configs.strict,
  ...astro.configs.recommended,
  {
    rules: {
      'max-params': ['error', 4],
      'no-console': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  { files: ['src/domain/**'], rules: only(['zod', '\\./[\\w-]+\\.ts'], 'src/domain imports Zod and itself only.') },
  {
    files: ['src/markdown/**'],
    rules: only([DOMAIN, '\\./[\\w-]+\\.ts', UNIFIED], 'src/markdown imports the domain, remark and YAML only.'),
  },
  {
    files: ['src/**/*.{ts,astro}'],
    ignores: ['src/domain/**', 'src/markdown/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '(?:^|/)scripts/', message: 'The site never imports the pipeline.' }] },
      ],
    },
  },
  {
    files: ['scripts/pipeline/**'],
    rules: only(
      [DOMAIN, '\\./[\\w-]+\\.ts', '\\.\\./(?:ports|errors|report)\\.ts'],
      'Stages import the domain and ports only: no Node APIs, no vendors.',
    ),
  },
  {
    files: ['scripts/adapters/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '/pipeline/|(?:wiring|settings|daily)\\.ts$|(?:^|/)src/',
              message: 'Adapters import domain, markdown, urls, ports and vendors.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['scripts/*.ts'],
    ignores: ['scripts/wiring.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '/adapters/', message: 'Commands get their adapters from wiring.ts.' }] },
      ],
    },
  },
  {
    files: ['scripts/*.ts', 'scripts/fit/fit.ts', 'scripts/samples/make-speech.ts', 'tests/**'],
    rules: { 'no-console': 'off' },
  },
);
