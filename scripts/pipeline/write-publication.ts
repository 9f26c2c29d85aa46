import type { Archive, ContentStore, Publication, PublishedInsight } from '../ports.ts';
import { createMayRemove, removeInsights } from './remove-insights.ts';

/**
 * Writes what one reading comes to; gives the insights that were added, which are in the archive too. A run that is cut short in
 * the middle of it has decided all the same: `finishPublication` of the next one writes the rest of it.
 */
export async function writePublication(
  publication: Publication,
  archive: Archive,
  content: ContentStore,
): Promise<PublishedInsight[]> {
  // One file is whole or not at all without that.
  if (publication.insights.length + publication.removed.length > 0) await content.beginPublication(publication);
  return write(publication, archive, content);
}

/** Finishes what the last run was cut short in, with what it had decided; gives a line that says so. Nothing is placed before. */
export async function finishPublication(content: ContentStore): Promise<string | undefined> {
  const unfinished = await content.recover();
  if (!unfinished) return undefined;
  await write(unfinished, await content.load(), content);
  const { show, id } = unfinished.episode;
  return `the last run was cut short while it published ${show}/${id}: that is finished now`;
}

async function write(
  { insights, removed, episode }: Publication,
  archive: Archive,
  content: ContentStore,
): Promise<PublishedInsight[]> {
  const added: PublishedInsight[] = [];
  for (const published of insights) if (await content.addInsight(published)) added.push(published);
  archive.insights.push(...added);
  // A person may have been at them since it was decided.
  const mayRemove = createMayRemove(archive);
  const going = archive.insights.filter((published) => removed.includes(published.id) && mayRemove(published));
  if (going.length > 0) await removeInsights(going, archive, content);
  // After the insights: where nothing else is known of this, the episode is read again.
  await content.saveEpisode(episode);
  archive.episodes = [...archive.episodes.filter(({ id }) => id !== episode.id), episode];
  if (insights.length + removed.length > 0) await content.endPublication();
  return added;
}
