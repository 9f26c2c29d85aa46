import { mayReplace } from '#domain/episode.ts';
import type { InsightId } from '#domain/ids.ts';
import type { InsightPlacing } from '#domain/insight.ts';
import type { Archive, ContentStore, PublishedInsight } from '../ports.ts';

/** A content store that never writes (`--dry-run`): what would be added is kept in memory. */
export function createDryContentStore(store: ContentStore): ContentStore {
  const added: Omit<Archive, 'problems'> = { episodes: [], insights: [], digests: [] };
  const placings = new Map<InsightId, InsightPlacing>();
  const removed = new Set<InsightId>();
  const asPlaced = ({ id, insight, claim }: PublishedInsight) => ({
    ...{ id, claim },
    insight: { ...insight, ...placings.get(id) },
  });
  return {
    async load() {
      const { episodes, insights, digests, problems } = await store.load();
      return {
        episodes: [...episodes.filter(({ id }) => added.episodes.every((other) => other.id !== id)), ...added.episodes],
        insights: [...insights, ...added.insights].filter(({ id }) => !removed.has(id)).map(asPlaced),
        digests: [...digests, ...added.digests],
        problems,
      };
    },
    beginPublication: async () => {},
    endPublication: async () => {},
    recover: async () => undefined,
    async saveEpisode(episode) {
      const place = added.episodes.findIndex(({ id }) => id === episode.id);
      if (place < 0) added.episodes.push(episode);
      else if (mayReplace(added.episodes[place]!, episode)) added.episodes[place] = episode;
    },
    async addInsight(published) {
      return added.insights.push(published) > 0;
    },
    async savePlacing(id, { themes, related, score, importance }) {
      placings.set(id, { themes, related, score, importance });
      return true;
    },
    async removeInsight(id) {
      removed.add(id);
    },
    async addDigest(digest) {
      return added.digests.push(digest) > 0;
    },
  };
}
