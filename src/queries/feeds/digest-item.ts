import { escapeUTF8 } from 'entities';
import type { Urls } from '../../urls.ts';
import { writeDay } from '../../write-times.ts';
import type { Archive } from '../archive.ts';
import { digestOf, type DigestView } from '../digests.ts';
import type { ShownDigest } from '../withhold.ts';
import type { FeedItem } from './feed-model.ts';
import { urnOf } from './name-urn.ts';

type Entry = DigestView['entries'][number];

/** A day's five as one item; none where nothing of them can be shown. `urls` are absolute. */
export function digestItem(digest: ShownDigest, archive: Archive, urls: Urls): FeedItem[] {
  const { date, url, entries } = digestOf(digest, archive, urls);
  if (entries.length === 0) return [];
  const guid = `digest-${date}`;
  return [
    {
      ...{ guid, title: writeDay(date), url, date },
      // Other sites have a digest of that day, too; also what was withdrawn since counts, so that the name stays.
      urn: urnOf(guid, ...digest.insights.map(({ id }) => id)),
      categories: [...new Set(entries.flatMap(({ line }) => line.themes.map(({ title }) => title)))],
      voices: [...new Set(entries.flatMap(({ line }) => line.speaker ?? []))],
      text: entries.map(entryText).join('\n\n'),
      html: `<ol>\n${entries.map((entry) => entryHtml(entry, archive)).join('\n')}\n</ol>`,
    },
  ];
}

const entryText = (entry: Entry) => `${entry.number}. ${entry.line.title}\n${entry.line.claim}\n${sourceOf(entry)}`;
const sourceOf = ({ line, reason }: Entry) => [line.speaker, line.show.title, reason].filter(Boolean).join(' · ');

function entryHtml(entry: Entry, archive: Archive): string {
  const { line } = entry;
  const { claimHtml, quote } = archive.insight(line.id)!;
  return [
    `<li><p><a href="${escapeUTF8(line.url)}">${escapeUTF8(line.title)}</a></p>`,
    claimHtml,
    quote && `<blockquote><p>${escapeUTF8(quote)}</p></blockquote>`,
    `<p>${escapeUTF8(sourceOf(entry))}</p></li>`,
  ]
    .filter(Boolean)
    .join('\n');
}
