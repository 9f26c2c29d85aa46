import { personSlugOf, type PersonSlug } from '#domain/ids.ts';
import { mostFrequent } from '#domain/most-frequent.ts';

/** Somebody who is quoted. */
export interface SpeakerRef {
  slug: PersonSlug;
  /** As most of their insights spell it, or else the oldest: one feed that dresses it up does not rename them. */
  name: string;
}

/** Everybody who is quoted in these insights. */
export function speakersOf(newestFirst: readonly { speaker?: string | undefined }[]): Map<PersonSlug, SpeakerRef> {
  const names = newestFirst.flatMap(({ speaker }) => speaker ?? []).reverse();
  const spellings = Map.groupBy(names, personSlugOf);
  return new Map([...spellings].map(([slug, ofPerson]) => [slug, { slug, name: mostFrequent(ofPerson) ?? '' }]));
}
