import { z } from 'zod';
import { fnv1a } from './hash.ts';

const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const kebab = (what: string) =>
  z.string().regex(KEBAB, `${what} is lower-case letters, digits and single hyphens, such as "price-war"`).max(160);

/** Ids are file names, URL segments and foreign keys at once, and never change. */
export const ShowId = kebab('a show id').brand<'ShowId'>();
export type ShowId = z.infer<typeof ShowId>;
export const EpisodeId = kebab('an episode id').brand<'EpisodeId'>();
export type EpisodeId = z.infer<typeof EpisodeId>;
export const ThemeId = kebab('a theme id').brand<'ThemeId'>();
export type ThemeId = z.infer<typeof ThemeId>;
export const InsightId = kebab('an insight id').brand<'InsightId'>();
export type InsightId = z.infer<typeof InsightId>;
/** Of a speaker, made from the name. */
export const PersonSlug = kebab('a person').brand<'PersonSlug'>();
export type PersonSlug = z.infer<typeof PersonSlug>;
/** A calendar day, yyyy-mm-dd. */
export const Day = z.iso.date('a date is written yyyy-mm-dd').brand<'Day'>();
export type Day = z.infer<typeof Day>;

/** ASCII kebab-case of `text`, cut at a word border to `maxLength`; `fallback` when no letter survives (Chinese titles). */
export function slugify(text: string, { maxLength = 60, fallback = 'untitled' } = {}): string {
  const slug = text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (slug.length <= maxLength) return slug || fallback;
  const cut = slug.slice(0, maxLength + 1);
  return cut.slice(0, cut.lastIndexOf('-') > 20 ? cut.lastIndexOf('-') : maxLength).replace(/-$/, '');
}

/** Four hex digits: FNV-1a, xor-folded to 16 bits. */
export function hash4(text: string): string {
  const hash = fnv1a(text);
  return ((hash >>> 16) ^ (hash & 0xffff)).toString(16).padStart(4, '0');
}

/** The id that an insight keeps for ever: day of the episode, slug of the title, hash of episode and quote. */
export function insightIdOf(insight: {
  episode: EpisodeId;
  publishedAt: Day;
  title: string;
  quote: string;
}): InsightId {
  const { episode, publishedAt, title, quote } = insight;
  return InsightId.parse(`${publishedAt}-${slugify(title, { fallback: 'insight' })}-${hash4(`${episode}\n${quote}`)}`);
}

/** The id that an episode keeps for ever: its day, slug of the title, hash of show and guid. */
export function episodeIdOf(episode: { show: ShowId; guid: string; title: string; publishedAt: Day }): EpisodeId {
  const { show, guid, title, publishedAt } = episode;
  return EpisodeId.parse(`${publishedAt}-${slugify(title, { fallback: 'episode' })}-${hash4(`${show}\n${guid}`)}`);
}

/** Of nobody, and of the pages of the list of people. */
const NO_NAMES = new Set(['person', 'pages']);

/** The address of a person: names that differ only in case, accents and punctuation are one; letters that it cannot hold add a hash, and so does a name that is too long for it. */
export function personSlugOf(name: string): PersonSlug {
  const folded = name.normalize('NFKC').trim().toLowerCase();
  const slug = slugify(folded, { fallback: 'person' });
  const isCut = slugify(folded, { maxLength: Infinity }) !== slug;
  const isWhole = !/[^\p{ASCII}\P{L}]/u.test(folded.normalize('NFKD')) && !isCut && !NO_NAMES.has(slug);
  // Marks are letters in other scripts than Latin, and four digits are too few for the names of a language.
  return PersonSlug.parse(isWhole ? slug : `${slug}-${fnv1a(folded).toString(16).padStart(8, '0')}`);
}
