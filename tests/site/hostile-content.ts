import fc from 'fast-check';
import type { Episode } from '#domain/episode.ts';
import { episodeIdOf, ThemeId, type Day, type ShowId } from '#domain/ids.ts';
import { Insight } from '#domain/insight.ts';
import { readableLine } from '#domain/readable-text.ts';
import { hostileInsight, hostileTexts, type HostileTexts } from '../support/closed-world.ts';
import { BROWSER_PAYLOADS, payloadsFor } from '../support/canary.ts';
import { HOSTILE_FRAGMENTS } from '../support/hostile-text.ts';
import { anEpisode, CLAIM, episodeFile, idOf, insightFile, QUOTE, showsFile, themeFile } from './content-tree.ts';

/** An insight that is on the site, and the words of it that have to be there. */
export interface Planted {
  insight: Insight;
  claim: string;
  episode: Episode;
}

/** A content tree in which every text is one that an outsider would write, and what is planted in it. `canary` is the file that any code of it leaves. */
export function hostileContent(canary: string): { planted: Planted[]; files: Record<string, string> } {
  const planted = textsFor(canary).map(plant);
  const shows = Map.groupBy(planted, ({ episode }) => episode.show);
  const reasons = planted.map(({ insight }) => insight.reason ?? '');
  return {
    planted,
    files: {
      ...Object.assign({}, ...planted.map(({ insight, claim }) => insightFile(insight, claim))),
      ...Object.assign({}, ...planted.map(({ episode }) => episodeFile(episode))),
      ...digestsOf(planted, reasons),
      ...showsFile(
        ...Array.from(shows, ([id, [first]]) => ({
          ...{ id, title: first?.episode.showTitle?.slice(0, 200) },
          feed: 'https://example.org/feed.xml?a=1&b=<i>"',
        })),
      ),
      ...themeFile({ id: THEME, title: '<b>{1 + 1}</b> & "more"', description: '</title>{process.env.HOME}' }),
      ...handMade(),
    },
  };
}

const THEME = ThemeId.parse('token-pricing');

/** Each fragment once in each field, then mixtures, by a fixed seed, then what leaves a file or calls home. */
function textsFor(canary: string): HostileTexts[] {
  const all = [...payloadsFor(canary), ...BROWSER_PAYLOADS, ...HOSTILE_FRAGMENTS];
  const at = (index: number) => all[index % all.length] ?? '';
  const rotated = all.map((title, index) => ({
    ...{ title, claim: at(index + 1), quote: at(index + 2), speaker: at(index + 3) },
    ...{ other: at(index + 4), long: at(index + 5) },
  }));
  return [...rotated, ...fc.sample(hostileTexts(), { numRuns: 40, seed: 7 })];
}

const SHOWS = 12;

function plant(texts: HostileTexts, index: number): Planted {
  const show = `show-${index % SHOWS}` as ShowId;
  const guid = `${index} ${texts.long}`;
  const name = readableLine(texts.long) === '' ? 'An episode' : texts.long;
  const id = episodeIdOf({ show, guid, title: name, publishedAt: '2026-07-02' as Day });
  const episode = anEpisode({
    ...{ id, show, guid, title: name.slice(0, index === 0 ? undefined : 500), description: texts.long },
    ...{ showTitle: `${texts.title} ${show}`, link: addressOf(texts.other), audio: addressOf(texts.claim) },
    people: [{ name: `${texts.speaker} x`, role: texts.other }],
    chapterList: [{ startMs: 0, title: `${texts.quote.slice(0, 100)} x` }],
  });
  const { insight, claim } = hostileInsight(texts);
  return {
    claim: readableLine(claim),
    episode,
    insight: Insight.parse({
      ...{ ...insight, episode: id, themes: [THEME], speaker: `${insight.speaker?.slice(0, 100)} ${index % 30}` },
      ...{ publishedAt: '2026-07-02', quote: { ...insight.quote, startMs: 20_000, endMs: 22_000 } },
      // Cards are drawn for the new ones.
      addedAt: index < 12 ? '2026-07-03' : '2026-01-03',
    }),
  };
}

/** As text, as a part of a web address, or as either with a scheme that runs. */
const addressOf = (text: string) => (text.length % 2 === 0 ? text : `https://example.org/${text}`);

function digestsOf(planted: readonly Planted[], reasons: readonly string[]): Record<string, string> {
  const days = Array.from({ length: Math.floor(planted.length / 5) }, (_, day) => planted.slice(day * 5, day * 5 + 5));
  return Object.fromEntries(
    days.map((chosen, day) => {
      const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
      const insights = chosen.map(({ insight }, index) => ({ id: idOf(insight), reason: reasons[day * 5 + index] }));
      return [`digests/${date}.json`, JSON.stringify({ date, insights })];
    }),
  );
}

/** What a person may write by hand, and a pipeline never does: markup that is allowed, references, tags of YAML, raw controls. */
function handMade(): Record<string, string> {
  const [[path = '', text = ''] = []] = Object.entries(
    insightFile(
      Insight.parse({ ...hostileInsight(PLAIN).insight, themes: [THEME], episode: '2026-07-02-by-hand-aaaa' }),
    ),
  );
  const body = `&#x65;xport const p = 1 *and* **so** \`{on}\` [a link](https://example.org/?a="onclick=x&b=<i> "t\\"><script>")\u202e\0\n\n> ${CLAIM}\n`;
  return {
    [path]: text.replace(CLAIM, body).replace('reason: x', 'reason: !!js/function "function(){ throw 1 }\\u202e\\0"'),
    ...episodeFile(anEpisode({ id: '2026-07-02-by-hand-aaaa', title: 'By hand\u202e\0' })),
  };
}
const PLAIN = { title: 'By hand', claim: CLAIM, quote: QUOTE, speaker: 'By Hand', other: 'x', long: 'x' };
export const BY_HAND = 'export const p = 1 and so {on} a link';
