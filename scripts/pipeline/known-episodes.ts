import type { Episode } from '#domain/episode.ts';
import { differInDay, isNearInTime, isOutvoted, leadAlike, marksOf, type EpisodeMarks } from './episode-marks.ts';

interface Known {
  record: Episode;
  marks: EpisodeMarks;
}
/** One way to know an item: by a key that item and record share. */
interface Rule {
  keyOf: (marks: EpisodeMarks) => string | undefined;
  /** What several items or several records share (a home page as link) tells nothing, unless the guid is part of it. */
  shared?: boolean;
  test?: (item: EpisodeMarks, record: EpisodeMarks) => boolean;
}

const key = (...parts: (string | undefined)[]) => (parts.includes(undefined) ? undefined : parts.join('\n'));

/** Strongest first. A guid may stand for several episodes, so what else agrees decides which of them it is. */
const BY_GUID: Rule[] = [
  { keyOf: ({ guid, title, day }) => key(guid, title, day), shared: true },
  { keyOf: ({ guid, audio }) => key(guid, audio.whole), shared: true },
  { keyOf: ({ guid, title }) => key(guid, title), shared: true, test: (a, b) => !isElsewhere(a, b) },
  { keyOf: ({ guid, day }) => key(guid, day), shared: true },
];
const BY_GUID_ALONE: Rule = { keyOf: ({ guid }) => guid, test: (a, b) => !isOutvoted(a, b, ['audio', 'link']) };
const BY_OTHER_MARKS: Rule[] = [
  { keyOf: ({ audio }) => audio.whole, test: (a, b) => !isOutvoted(a, b, ['link']) },
  { keyOf: ({ link }) => link.whole, test: (a, b) => !isOutvoted(a, b, ['audio']) },
  { keyOf: ({ title, day }) => key(title, day) },
];
const BY_WEAK_MARKS: Rule[] = [
  { keyOf: ({ title }) => title, test: (a, b) => a.day === undefined || isNearInTime(a, b) },
  { keyOf: ({ audio }) => audio.path, test: (a, b) => isAlike(a, b) && !isOutvoted(a, b, ['link']) },
  { keyOf: ({ link }) => link.path, test: (a, b) => isAlike(a, b) && !isOutvoted(a, b, ['audio']) },
];
/** Of fewer items, that a title or a path stands once does not say that it tells one episode from the next. */
const MANY_ITEMS = 5;

const isAlike = (a: EpisodeMarks, b: EpisodeMarks) => a.title === b.title || isNearInTime(a, b);
/** Another file on another day: "News" with one guid for every day. */
const isElsewhere = (a: EpisodeMarks, b: EpisodeMarks) => leadAlike(a.audio, b.audio) === false && differInDay(a, b);

/**
 * For each item of a feed, by its marks, the record of it among those of its show; no record is that of two items.
 * An item is known by its guid or, where a host changed all guids, by its enclosure, link, or title and date.
 */
export function findKnown(items: readonly EpisodeMarks[], records: readonly Episode[]): (Episode | undefined)[] {
  const known = records.map((record): Known => ({ record, marks: marksOf(record, record.publishedAt) }));
  const found = new Map<EpisodeMarks, Known>();
  const apply = (rule: Rule, among: readonly Known[]) => {
    const claimed = new Set(found.values());
    for (const [item, one] of pairsOf(rule, items, { among, found }))
      if (!found.has(item) && !claimed.has(one) && (rule.test?.(item, one.marks) ?? true)) found.set(item, one);
  };
  const unclaimed = () => {
    const claimed = new Set(found.values());
    return known.filter((one) => !claimed.has(one));
  };
  for (const rule of BY_GUID) apply(rule, unclaimed());
  apply(BY_GUID_ALONE, known);
  for (const rule of BY_OTHER_MARKS) apply(rule, unclaimed());
  if (items.length >= MANY_ITEMS) for (const rule of BY_WEAK_MARKS) apply(rule, unclaimed());
  return items.map((item) => found.get(item)?.record);
}

/** Items and records of the same key: those that alone have it or, of a shared one, in their order. */
function pairsOf(
  { keyOf, shared }: Rule,
  items: readonly EpisodeMarks[],
  { among, found }: { among: readonly Known[]; found: ReadonlyMap<EpisodeMarks, Known> },
): [EpisodeMarks, Known][] {
  const recordsOf = Map.groupBy(among, ({ marks }) => keyOf(marks));
  return [...Map.groupBy(items, keyOf)].flatMap(([shape, ofKey]): [EpisodeMarks, Known][] => {
    const records = shape === undefined ? [] : (recordsOf.get(shape) ?? []);
    if (!shared) return ofKey.length === 1 && records.length === 1 ? [[ofKey[0]!, records[0]!]] : [];
    return zip(
      ofKey.filter((item) => !found.has(item)),
      records,
    );
  });
}

const zip = <A, B>(a: readonly A[], b: readonly B[]): [A, B][] =>
  a.slice(0, b.length).map((one, index) => [one, b[index]!]);
