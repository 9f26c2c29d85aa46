import { absolute, urls } from '../site.ts';

export const GET = () => new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absolute(urls.sitemap())}\n`);
