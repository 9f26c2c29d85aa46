import { glob, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { ContentError } from '#domain/content-error.ts';
import { locateContent, type ContentFolder } from './content-folder.ts';
import { site } from './site.ts';

/** What one file holds, by id; `file` is its path for messages. Throws a `ContentError`. */
export type ParseFile = (text: string, file: string) => { id: string; data: object }[];

/**
 * A content loader for files that are data and nothing else: each is read and parsed, and none becomes a module.
 * Unchanged files (by digest) are not parsed again. One error names everything that is wrong in all files.
 */
export function fileLoader(kind: keyof ContentFolder, pattern: string, parse: ParseFile): Loader {
  return {
    name: 'file-loader',
    load: async (context) => {
      const ownDir = fileURLToPath(new URL('content', context.config.root));
      const dir = locateContent(site.contentDir, ownDir)[kind];
      forgetOnNewCode(context, await digestOfParsers(context));
      await loadAll(dir, pattern, parse, context);
      context.watcher?.add(dir).on('all', (_event, path) => {
        if (!path.startsWith(dir + sep)) return;
        loadAll(dir, pattern, parse, context).catch((error: Error) => context.logger.error(error.message));
      });
    },
  };
}

/** What the store holds was made by the parsers as they were; when they change, all files are parsed again. */
function forgetOnNewCode({ store, meta }: LoaderContext, digest: string): void {
  if (meta.get('parsers') === digest) return;
  store.clear();
  meta.set('parsers', digest);
}

async function digestOfParsers({ config, generateDigest }: LoaderContext): Promise<string> {
  const srcDir = fileURLToPath(config.srcDir);
  const files = await Array.fromAsync(glob(['content.config.ts', '{domain,markdown}/*.ts'], { cwd: srcDir }));
  const texts = await Promise.all(files.sort().map((file) => readFile(join(srcDir, file), 'utf8')));
  return generateDigest(texts.join('\n'));
}

async function loadAll(dir: string, pattern: string, parse: ParseFile, context: LoaderContext): Promise<void> {
  const kept = new Set<string>();
  const problems: string[] = [];
  for (const name of (await Array.fromAsync(glob(pattern, { cwd: dir }))).sort()) {
    const path = join(dir, name);
    try {
      for (const id of await loadFile(path, parse, context)) {
        if (kept.has(id)) problems.push(`${asTyped(path)}: another file has the id "${id}", too; rename one of them`);
        kept.add(id);
      }
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      problems.push(error.message);
    }
  }
  if (problems.length > 0) throw new Error(`The content cannot be published as it is:\n${problems.join('\n')}`);
  for (const id of context.store.keys()) if (!kept.has(id)) context.store.delete(id);
}

/** Brings the store up to date with one file; gives the ids of its entries. */
async function loadFile(path: string, parse: ParseFile, { store, meta, generateDigest }: LoaderContext) {
  const text = await readFile(path, 'utf8');
  const digest = generateDigest(text);
  const [knownDigest, ...knownIds] = meta.get(path)?.split(' ') ?? [];
  if (digest === knownDigest && knownIds.every((id) => store.has(id))) return knownIds;
  const entries = parse(text, asTyped(path));
  for (const { id, data } of entries) store.set({ id, data: { ...data }, digest: `${digest} ${id}` });
  meta.set(path, [digest, ...entries.map(({ id }) => id)].join(' '));
  return entries.map(({ id }) => id);
}

/** A path as a person would type it: relative where it is below the current folder. */
function asTyped(path: string): string {
  const short = relative(process.cwd(), path);
  return (short.startsWith('..') ? path : short).split(sep).join('/');
}
