export const rssResponse = (xml: string): Response =>
  new Response(xml, { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } });
