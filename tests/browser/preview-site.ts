import { preview } from 'astro';

/** Serves a built site until it is killed: node preview-site.ts OUT_DIR PORT. Unlike the command, it does not mind other previews. */
const [outDir = '', port = ''] = process.argv.slice(2);
await preview({ root: process.cwd(), outDir, server: { host: '127.0.0.1', port: Number(port) }, logLevel: 'error' });
