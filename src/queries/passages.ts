import type { Episode } from '#domain/episode.ts';
import { isSecretAddress } from '#domain/secret-address.ts';
import { isLocalSite } from '../site.ts';
import { writeClock } from '../write-clock.ts';
import { writeLength } from '../write-times.ts';
import type { Passage } from './archive.ts';
import { momentOf } from './insight-line.ts';

/** Played before the quote, so that the ear finds its way in; more where the times are a guess. */
const LEAD_IN_MS = { exact: 2000, approximate: 10_000 };
/** Times of cues end a little early. */
const TAIL_MS = 300;

/** The seconds of an episode's audio that hold a quote. */
export interface Clip {
  audioUrl: string;
  /** For browsers without our player: a media fragment. */
  fragmentUrl: string;
  playFromMs: number;
  stopAtMs: number;
  /** Length of the quote: "17 s". */
  length: string;
}
/** A link to where the words were said. */
export interface SourceLink {
  url: string;
  /** Whether the link opens at the moment itself. */
  atMoment: boolean;
}
/** Where in the episode a passage lies: both are shares of its length, from 0 to 1. */
export interface Span {
  from: number;
  to: number;
  start: string;
  total: string;
}

export function clipOf({ audio }: Episode, passage: Passage | undefined): Clip | undefined {
  const audioUrl = secured(webAddress(audio));
  if (!audioUrl || !passage) return undefined;
  const leadIn = passage.approximate ? LEAD_IN_MS.approximate : LEAD_IN_MS.exact;
  const playFromMs = Math.max(0, passage.startMs - leadIn);
  const stopAtMs = passage.endMs + TAIL_MS;
  return {
    audioUrl,
    fragmentUrl: `${audioUrl.replace(/#.*$/, '')}#t=${playFromMs / 1000},${stopAtMs / 1000}`,
    playFromMs,
    stopAtMs,
    length: writeLength(passage.endMs - passage.startMs),
  };
}

/** They all name the second `t`. */
const TAKES_MOMENT = /^(?:(?:www|m)\.)?youtube\.com$|^youtu\.be$|^open\.spotify\.com$/;

/** The episode's own page; at the moment where the host is known to take one. */
export function sourceOf({ link }: Episode, passage: Passage | undefined): SourceLink | undefined {
  const url = webAddress(link);
  if (!url) return undefined;
  if (!passage || !TAKES_MOMENT.test(new URL(url).hostname)) return { url, atMoment: false };
  const moment = new URL(url);
  moment.searchParams.set('t', String(Math.floor(passage.startMs / 1000)));
  return { url: moment.href, atMoment: true };
}

export function spanOf({ durationMs }: Episode, passage: Passage | undefined): Span | undefined {
  if (!durationMs || !passage || passage.startMs >= durationMs) return undefined;
  return {
    from: passage.startMs / durationMs,
    to: Math.min(1, passage.endMs / durationMs),
    start: momentOf(passage),
    total: writeClock(durationMs),
  };
}

/** Pages of https refuse audio of http, and hosts have both; one's own machine has no certificate. */
const secured = (url: string | undefined) => url?.replace(/^http:(?!\/\/(?:localhost|127\.0\.0\.1)[:/])/, 'https:');

/** Whether this leads each reader to a machine of their own network; what hosts of podcasts have is a name with a dot in it. */
export const isPrivate = (url: string): boolean =>
  /^(?:[\d.]+|\[.*|[^.]+|.*\.(?:local|internal|localhost|lan|home|home\.arpa|fritz\.box)|fritz\.box)\.?$/.test(
    new URL(url).hostname,
  );

/** `text` if it is an http or https address without a key in it; feeds hold other things, too. */
export function webAddress(text: string | undefined): string | undefined {
  const url = text === undefined ? null : URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  // A login in an address is nobody's to read.
  url.username = '';
  url.password = '';
  return isSecretAddress(url.href) || (isPrivate(url.href) && !isLocalSite) ? undefined : url.href;
}
