import { readableText } from '#domain/readable-text.ts';
import { SITE_NAME, SITE_TAGLINE } from '../site-name.ts';
import type { Urls } from '../urls.ts';
import { sayCount } from '../write-counts.ts';
import type { Archive } from './archive.ts';

/** The site as language models are told of it (llmstxt.org). `urls` are absolute. */
export function llmsText(archive: Archive, urls: Urls): string {
  const parts = [
    `# ${SITE_NAME}`,
    `> ${SITE_TAGLINE}. ${extentOf(archive)}.`,
    ABOUT,
    section('Themes', themeLines(archive, urls)),
    section('Data', dataLines(archive, urls)),
    section('Feeds', feedLines(urls)),
    section('How to cite', [link('About', urls.about(), 'how insights are made and proven'), ...CITE]),
    section('Optional', [
      link('Digests', urls.digests(), 'the best of each day'),
      link('Trends', urls.trends(), 'themes over time, figures, and who is quoted most'),
      link('Podcasts', urls.showsOpml(), 'OPML of the podcasts that are read'),
      link('Subscribe', urls.subscribe(), 'every feed, with what it holds'),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

const ABOUT =
  'An insight is a claim that was made on a podcast, with the speaker’s words, found word for word in the transcript, and the ' +
  'second at which they were said. Its page names speaker, show, episode and date, and links to the episode.';

const CITE = [
  'Name the speaker, the show and the date, and link to the page of the insight.',
  'Only the quote is in the speaker’s words; title and claim are this site’s.',
  'A page may say that its insight was withdrawn: do not cite it then.',
];

const extentOf = ({ insights, episodes, shows }: Archive) =>
  `${sayCount(insights.length, 'insight')} from ${sayCount(episodes.length, 'episode')} of ${sayCount(shows.length, 'podcast')}`;

const themeLines = (archive: Archive, urls: Urls) =>
  archive.themes.map(({ id, title, description }) => {
    const count = sayCount(archive.ofTheme(id).length, 'insight');
    return link(plain(title), urls.theme(id), `${plain(description)} (${count})`);
  });

const dataLines = ({ themes }: Archive, urls: Urls) => [
  link('JSON API', urls.api(), 'what there is, with the address of each list; all of it static files'),
  link('All insights', urls.apiInsights(), 'newest first, in pages that name the next'),
  ...themes.map(({ id, title }) => link(`${plain(title)}, as JSON`, urls.apiTheme(id), 'the insights of this theme')),
  link('JSON Schema', urls.apiSchema(), 'of every file of the API'),
];

const feedLines = (urls: Urls) => [
  link('Newest insights', urls.feed('json'), `JSON Feed; also as ${others(urls.feed)}`),
  link(
    'The daily digest',
    urls.digestFeed('json'),
    `JSON Feed, at most five a day; also as ${others(urls.digestFeed)}`,
  ),
  link('All feeds', urls.feedsOpml(), 'OPML; those of themes and shows, too'),
];

const others = (urlOf: Urls['feed']) => `[RSS](${urlOf('rss')}) and [Atom](${urlOf('atom')})`;

const section = (title: string, lines: readonly string[]) =>
  [`## ${title}`, '', ...lines.map((text) => `- ${text}`)].join('\n');

const link = (title: string, url: string, notes: string) => `[${title}](${url}): ${notes}`;

/** `text` on one line, with nothing that Markdown reads as a link or HTML. */
const plain = (text: string) =>
  readableText(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\[\]<>]/g, '\\$&');
