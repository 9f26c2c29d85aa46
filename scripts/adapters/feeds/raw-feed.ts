/** What a parser found in a feed, as text of the feed: not yet cleaned, resolved or believed. */
export interface RawFeed {
  language?: string | undefined;
  /** How long the host would have the feed kept before it is asked for again: RSS `ttl`, finite and above 0. */
  ttlMinutes?: number | undefined;
  people: RawPerson[];
  items: RawItem[];
}
export interface RawItem {
  guid?: string | undefined;
  /** `false` where the feed says that the guid is no address. */
  guidIsLink: boolean;
  /** Candidates, best first: the first that has words in it is taken. HTML, as are the descriptions. */
  titles: (string | undefined)[];
  descriptions: (string | undefined)[];
  link?: string | undefined;
  enclosures: RawEnclosure[];
  dates: (string | undefined)[];
  duration?: string | undefined;
  people: RawPerson[];
  chapters?: string | undefined;
  transcripts: RawTranscript[];
}
export interface RawPerson {
  name?: string | undefined;
  role?: string | undefined;
}
export interface RawEnclosure {
  url?: string | undefined;
  type?: string | undefined;
}
export interface RawTranscript extends RawEnclosure {
  language?: string | undefined;
}

/** `media:content` as an enclosure; it mostly is a picture, which is none. */
export function playable({ url, type, medium }: RawEnclosure & { medium?: string | undefined }): RawEnclosure[] {
  return /^(?:audio|video)/i.test(type ?? medium ?? '') ? [{ url, type: type ?? `${medium}/*` }] : [];
}

/** `ttl` as a number of minutes; what is none, or not above 0, is `undefined`. */
export function minutesOf(ttl: string | number | undefined): number | undefined {
  const minutes = Number(ttl);
  return Number.isFinite(minutes) && minutes > 0 ? minutes : undefined;
}
