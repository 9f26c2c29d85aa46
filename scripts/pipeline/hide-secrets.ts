import { holdsEmail, withoutEmails } from '#domain/email-address.ts';
import type { TranscriptSource } from '#domain/episode.ts';
import { fnv1a } from '#domain/hash.ts';
import { withPublicTexts } from '#domain/public-episode.ts';
import { isSecretAddress, isSecretFeed } from '#domain/secret-address.ts';
import type { Show } from '#domain/show.ts';
import { hostOnly, withoutEchoes } from '#domain/without-echoes.ts';
import { maskAddress } from '#domain/without-secrets.ts';
import { messageOf } from '../errors.ts';
import type { FeedItem } from '../ports.ts';

type Feed = Pick<Show, 'feed' | 'private'>;

/**
 * An item of a feed with nothing in it that must not be published, but for the addresses of its transcripts, which are to be
 * read. What a feed for one listener alone links is for that listener too: its audio and chapters are left out.
 */
export function hideSecrets(item: FeedItem, show: Feed): FeedItem {
  const ofSecretFeed = isSecretFeed(show);
  const isSecret = (address: string) =>
    isSecretAddress(address, { ofSecretFeed }) || publicMessage(address, show) !== address;
  const { guid, link, audio, chapters, description } = item;
  return {
    ...withPublicTexts({ ...item, description: description && withoutFeed(description, show) }),
    guid: isSecretGuid(guid, isSecret) ? `${publicGuid(guid, show)}#${hash8(guid)}` : guid,
    link: link !== undefined && isSecret(link) ? undefined : link,
    audio: audio !== undefined && (ofSecretFeed || isSecret(audio)) ? undefined : audio,
    chapters: ofSecretFeed ? undefined : chapters,
  };
}

/** A transcript as read, with where it was read as its record may say it: of a secret feed, no more than the host. */
export function publicReading<T extends { source: TranscriptSource }>(reading: T, show: Feed): T {
  const { source } = reading;
  if (!/^https?:/i.test(source.from) || !isSecretFeed(show)) return reading;
  return { ...reading, source: { ...source, from: hostOnly(source.from) } };
}

/**
 * What went wrong with a show, without what hosts repeat of its feed, where that is a secret, and of what it links. Here
 * alone is known what the secrets are; addresses that can be told for one by themselves are masked where messages leave.
 */
export function publicMessage(said: unknown, show: Feed, links: readonly string[] = []): string {
  const secrets = isSecretFeed(show) ? [show.feed, ...links] : links.filter((feed) => isSecretFeed({ feed }));
  return withoutEchoes(messageOf(said), secrets, { whole: show.private });
}

/** Where a feed has moved to, as a report may say it. */
export function publicMove(movedTo: string, show: Feed): string {
  if (isSecretFeed(show)) return hostOnly(movedTo);
  return isSecretFeed({ feed: movedTo }) ? maskAddress(movedTo) : movedTo;
}

/** Paid podcasts tell their listeners how to subscribe. */
const withoutFeed = (text: string, show: Feed) =>
  isSecretFeed(show) ? text.replaceAll(show.feed, hostOnly(show.feed)) : text;

/** Many a host takes the address of the audio for the guid. */
const isSecretGuid = (guid: string, isSecret: (address: string) => boolean) =>
  holdsEmail(guid) || (/^https?:\/\//i.test(guid) && isSecret(guid));

function publicGuid(guid: string, show: Feed): string {
  if (!/^https?:/i.test(guid) || !URL.canParse(guid)) return withoutEmails(guid);
  return show.private ? hostOnly(guid) : withoutEmails(maskAddress(guid, { ofSecretFeed: isSecretFeed(show) }));
}

const hash8 = (text: string) => fnv1a(text).toString(16).padStart(8, '0');
