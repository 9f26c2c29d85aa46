import type { IncomingMessage, ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startServer, type LoopbackServer } from './loopback-server.ts';

/** Secrets of a person who follows paid podcasts. Each has "canary" in it, so that one search finds them all. */
export const CANARY = {
  user: 'canary-listener',
  password: 'canary-Pass-9',
  query: 'canaryQueryF3a9c27b5d1e4',
  path: 'canaryPath7Kx2Lm9Qw4Zt',
  mail: 'canary.mail@example.org',
  /** Such as no rule tells from a word. */
  word: 'canaryxw',
} as const;

const SAMPLE = join(import.meta.dirname, '../../scripts/samples/price-floor/who-pays-for-the-price-war.vtt');
const SAID =
  'If you want the price list, write to canary.mail@example.org, because every lab sells each million tokens below its cost and the capital pays for that discount.';

/** A host of podcasts that gives away all that it is told: in errors, in redirects, in feeds and in transcripts. */
export async function startCanaryHost(): Promise<LoopbackServer> {
  const server: LoopbackServer = await startServer((request, response) => answer(server.origin, request, response));
  return server;
}

/** A list of shows, as a person writes it, with every kind of address. */
export function canaryShows(origin: string): string {
  const { user, password, query, path, word } = CANARY;
  const host = origin.replace('http://', '');
  const feeds = {
    open: `${origin}/open/feed.xml`,
    login: `http://${user}:${password}@${host}/login/feed.xml`,
    query: `${origin}/query/feed.xml?auth=${query}`,
    path: `${origin}/feeds/${path}/feed.xml`,
    fails: `http://${user}:${password}@${host}/fails?token=${query}`,
    text: `${origin}/text?key=${query}`,
    json: `${origin}/json/${path}`,
    moved: `${origin}/moved?token=${query}`,
    ftp: `http://${user}:${password}@${host}/ftp`,
    marked: `${origin}/marked/${word}/feed.xml`,
    refused: `${origin}/fails/${word}`,
    told: `${origin}/text/${word}`,
    nowhere: `http://${user}:${password}@127.0.0.1:1/feed?token=${query}`,
  };
  const shows = Object.entries(feeds).map(([id, feed]) => ({
    ...{ id, title: `The ${id} show`, feed },
    ...(feed.includes(word) && { private: true }),
  }));
  return JSON.stringify(shows);
}

function answer(origin: string, request: IncomingMessage, response: ServerResponse): void {
  const { url = '', headers } = request;
  const login = Buffer.from(headers.authorization?.split(' ')[1] ?? '', 'base64').toString();
  const told = `${url} ${login} ${JSON.stringify(headers)}`;
  const send = (status: number, body: string | Buffer, more: Record<string, string> = {}) =>
    void response.writeHead(status, more).end(body);
  if (url.includes('/feed.xml')) return send(200, feedOf(origin, url));
  if (url.includes('.vtt')) return send(200, transcript());
  if (url.endsWith('/heard.mp3')) return send(200, readFileSync(SAMPLE.replace('.vtt', '.mp3')));
  if (url.includes('.chapters')) return send(200, chapters());
  if (url.startsWith('/text'))
    return send(200, `${url.includes(CANARY.word) ? CANARY.word : CANARY.query} is no key of ${CANARY.mail}: ${told}`);
  if (url.startsWith('/json')) return send(200, JSON.stringify({ said: `${CANARY.path} ${told}` }));
  if (url.startsWith('/moved')) return send(302, told, { location: `/fails/${CANARY.path}?token=${CANARY.query}` });
  if (url.startsWith('/ftp')) return send(302, told, { location: `ftp://${login}@127.0.0.1/${CANARY.path}` });
  return send(500, told);
}

/** Talk with secrets in it. */
export const transcript = () =>
  `${readFileSync(SAMPLE, 'utf8').replaceAll('<v Nora Ashby>', `<v Nora Ashby ${CANARY.mail}>`)}
00:04:40.000 --> 00:04:55.000
<v ${CANARY.mail}>${SAID}

00:04:56.000 --> 00:05:10.000
<v Teddy Okafor>My own page is http://${CANARY.user}:${CANARY.password}@127.0.0.1/?token=${CANARY.query} as every lab sells each million tokens below its cost.
`;
const chapters = () =>
  JSON.stringify({
    chapters: [
      { startTime: 0, title: `Write to ${CANARY.mail}` },
      { startTime: 60, title: 'Prices' },
    ],
  });

function feedOf(origin: string, asked: string): string {
  const name = asked.split('/')[1] ?? '';
  const { mail, query, path, user, password } = CANARY;
  const key = `?token=${query}&amp;listener=${mail}`;
  const notes = `Subscribe at ${origin}${asked}. Write to ${mail} or call +1 555 0100. Yours alone: ${origin}/rss?auth=${query} and http://${user}:${password}@127.0.0.1/x.`;
  const item = (title: string, transcriptUrl: string) => `<item>
    <title>${title} (${mail})</title>
    <guid isPermaLink="false">${origin}/${name}/${encodeURIComponent(title)}.mp3${key}</guid>
    <link>${origin}/posts/${encodeURIComponent(title)}${key}</link>
    <author>${mail} (Ada Price)</author><itunes:author>${mail}</itunes:author>
    <pubDate>Mon, 08 Jun 2026 06:00:00 GMT</pubDate>
    <description>&lt;p&gt;${notes} &lt;a href="mailto:${mail}"&gt;${mail}&lt;/a&gt;&lt;/p&gt;</description>
    <enclosure url="${origin}/${path}/${encodeURIComponent(title)}.mp3${key}" length="1" type="audio/mpeg"/>
    <podcast:transcript url="${transcriptUrl}" type="text/vtt"/>
    <podcast:chapters url="${origin}/1.chapters${key}" type="application/json+chapters"/>
    <podcast:person>Nora Ashby &lt;${mail}&gt;</podcast:person><podcast:person>${mail}</podcast:person>
  </item>`;
  return `<?xml version="1.0"?><rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel>
    <title>The ${name} show</title><managingEditor>${mail} (Ada Price)</managingEditor>
    <itunes:owner><itunes:name>Ada Price</itunes:name><itunes:email>${mail}</itunes:email></itunes:owner>
    ${item(`Who pays on ${name}`, `${origin}/${path}/1.vtt${key}`)}
    ${item(`No transcript on ${name}`, `${origin}/fails/${path}${key}`)}
    ${name === 'open' ? `<item><title>Only audio</title><guid>heard</guid><pubDate>Mon, 08 Jun 2026 06:00:00 GMT</pubDate><enclosure url="${origin}/open/heard.mp3" length="1" type="audio/mpeg"/></item>` : ''}
    ${item(`A poor transcript on ${name}`, `${origin}/text/${path}${key}`)}
  </channel></rss>`;
}
