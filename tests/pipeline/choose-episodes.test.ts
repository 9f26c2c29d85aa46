import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Day, EpisodeId, ShowId } from '#domain/ids.ts';
import { chooseEpisodes } from '../../scripts/pipeline/choose-episodes.ts';
import { anEpisode, aShow } from '../support/builders.ts';

/** A show with so many new episodes of one day. */
function scanOf(id: string, count: number, day: string) {
  const show = aShow({ id: id as ShowId });
  const episodeOf = (n: number) =>
    anEpisode({
      id: `${day}-${id}-${String(n).padStart(4, '0')}` as EpisodeId,
      show: show.id,
      publishedAt: day as Day,
    });
  const candidates = Array.from({ length: count }, (_, n) => ({
    show,
    episode: episodeOf(n),
    transcripts: [],
    isNew: true,
  }));
  return { show, status: 'ok' as const, candidates };
}
const showsOf = (chosen: { show: { id: string } }[]) => chosen.map(({ show }) => show.id).join(' ');

test('episodes are read in the order of their publication', () => {
  const scans = [scanOf('later', 2, '2026-07-03'), scanOf('earlier', 2, '2026-07-02')];
  assert.equal(showsOf(chooseEpisodes(scans).chosen), 'earlier earlier later later');
});

test('a show with thousands of new episodes, of whatever day, does not come before the others', () => {
  const flood = scanOf('flood', 5000, '2026-07-01');
  const { chosen } = chooseEpisodes([flood, scanOf('quiet', 2, '2026-07-02')]);
  assert.equal(chosen.length, 5002);
  assert.deepEqual(new Set(chosen.slice(0, 52).map(({ show }) => show.id)), new Set(['flood', 'quiet']));
  const newest = scanOf('flood', 5000, '2026-07-03');
  assert.match(showsOf(chooseEpisodes([newest, scanOf('quiet', 2, '2026-07-02')], 60).chosen), /quiet quiet/);
});

test('what is over the limit is put on record, and what is on record stays as it is', () => {
  const scan = scanOf('show', 3, '2026-07-02');
  scan.candidates[0]!.isNew = false;
  const { chosen, postponed } = chooseEpisodes([scan], 1);
  assert.deepEqual(
    [chosen.length, postponed.map(({ reason }) => reason)],
    [1, ['not read yet: over the limit of an earlier run']],
  );
});
