import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SHIPPED_PACKAGES, type ShippedPackage } from '../shipped-packages.ts';
import { SITE_NAME } from '../site-name.ts';

const RULE = '-'.repeat(80);

/** The licences that must go with what the site hands on: its own program, and what others made. */
export const GET = async () => {
  const own = await readFile('LICENSE', 'utf8');
  const parts = [`The pages were made with ${SITE_NAME}, whose own scripts and styles they carry.\n\n${own}`];
  for (const shipped of SHIPPED_PACKAGES) parts.push(await describe(shipped));
  return new Response(parts.join(`\n${RULE}\n\n`), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};

async function describe({ name, what, file, copyright }: ShippedPackage): Promise<string> {
  const licence = await readFile(join('node_modules', name, file), 'utf8');
  return [`${what} (${name}).`, ...(copyright ? [copyright] : []), licence].join('\n\n');
}
