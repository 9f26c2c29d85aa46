import { holdsEmail, withoutEmails } from '#domain/email-address.ts';
import type { TranscriptSource } from '#domain/episode.ts';
import { fnv1a } from '#domain/hash.ts';
import { withPublicTexts } from '#domain/public-episode.ts';
import { isSecretAddress, isSecretFeed, withoutSecrets } from '#domain/secret-address.ts';
import type { Show } from '#domain/show.ts';
import type { FeedItem } from '../ports.ts';

/**
 * An item of a feed with nothing in it that must not be published, but for the addresses of its transcripts, which are to be read.
 * What a feed for one listener alone links is for that listener too: its audio and chapters are left out.
 */
export function hideSecrets(item: FeedItem, { feed }: Pick<Show, 'feed'>): FeedItem {
  const ofSecretFeed = isSecretFeed(feed);
  const isSecret = (address: string) => isSecretAddress(address, { ofSecretFeed });
  const { guid, link, audio, chapters } = item;
  return {
    ...withPublicTexts(item),
    guid: isSecretGuid(guid, isSecret) ? `${withoutEmails(withoutSecrets(guid))}#${hash8(guid)}` : guid,
    link: link !== undefined && isSecret(link) ? undefined : link,
    audio: audio !== undefined && (ofSecretFeed || isSecret(audio)) ? undefined : audio,
    chapters: ofSecretFeed ? undefined : chapters,
  };
}

/** A transcript as read, with where it was read as its record may say it: of a secret feed, no more than the host. */
export function publicReading<T extends { source: TranscriptSource }>(reading: T, { feed }: Pick<Show, 'feed'>): T {
  const { source } = reading;
  const url = /^https?:/i.test(source.from) ? URL.parse(source.from) : null;
  return url && isSecretFeed(feed) ? { ...reading, source: { ...source, from: `${url.origin}/…` } } : reading;
}

/** Many a host takes the address of the audio for the guid. */
const isSecretGuid = (guid: string, isSecret: (address: string) => boolean) =>
  holdsEmail(guid) || (/^https?:\/\//i.test(guid) && isSecret(guid));

const hash8 = (text: string) => fnv1a(text).toString(16).padStart(8, '0');
