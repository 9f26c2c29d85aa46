import { nameWithoutEmail, withoutEmails } from './email-address.ts';
import type { Episode } from './episode.ts';
import { isSecretAddress } from './secret-address.ts';
import { maskAddress, withoutSecretAddresses, withoutSecrets } from './without-secrets.ts';

/**
 * An episode as its record may be published: without addresses that hold a login or a key, and with "…" for those and for e-mail
 * addresses in its texts. All else stays as it is.
 */
export function publicEpisode(episode: Episode): Episode {
  const { link, audio, chapters, transcript, reason } = episode;
  return {
    ...withPublicTexts(episode),
    link: publicAddress(link),
    audio: publicAddress(audio),
    chapters: publicAddress(chapters),
    transcript: transcript && { ...transcript, from: publicSource(transcript.from) },
    reason: reason && withoutEmails(withoutSecrets(reason)),
  };
}

type Texts = Pick<Episode, 'title' | 'description' | 'people' | 'chapterList'>;

/** The texts of an episode, or of the item of a feed, without e-mail addresses and secrets; who is nothing but an address is left out. */
export function withPublicTexts<T extends Texts>(texts: T): T {
  const { title, description, people, chapterList } = texts;
  return {
    ...texts,
    title: publicText(title),
    description: description && publicText(description),
    people: people.flatMap((person) => {
      const name = nameWithoutEmail(person.name);
      return name ? [{ ...person, name }] : [];
    }),
    chapterList: chapterList?.map((chapter) => ({ ...chapter, title: publicText(chapter.title) })),
  };
}

const publicText = (text: string) => withoutEmails(withoutSecretAddresses(text));

const publicAddress = (address: string | undefined) =>
  address !== undefined && isSecretAddress(address) ? undefined : address;

/** The name of a file in a folder stays. */
const publicSource = (from: string) =>
  /^https?:/i.test(from) && isSecretAddress(from) ? withoutEmails(maskAddress(from)) : from;
