import type { Insight } from '#domain/insight.ts';
import { Show } from '#domain/show.ts';
import { Theme } from '#domain/theme.ts';
import { buildArchive, type Archive, type Collections } from '../../src/queries/archive.ts';
import { anEpisode, CLAIM, idOf, SHOW } from './content-tree.ts';

/** An archive of these insights, of one episode, and of the themes that they name. */
export function anArchive(insights: readonly Insight[], collections: Partial<Collections> = {}): Archive {
  const themes = new Set(insights.flatMap((insight) => insight.themes));
  return buildArchive({
    insights: insights.map((insight) => ({
      ...insight,
      id: idOf(insight),
      claim: CLAIM,
      claimHtml: `<p>${CLAIM}</p>`,
    })),
    episodes: [anEpisode()],
    digests: [],
    shows: [Show.parse(SHOW)],
    themes: [...themes].map((id, order) => aTheme(id, order)),
    ...collections,
  });
}

export const aTheme = (id: string, order = 0): Theme =>
  Theme.parse({
    ...{ id, order, title: `On ${id}`, description: `About ${id}`, color: 'oklch(0.55 0.12 15)' },
    definition: 'What belongs here is what is said about it, and nothing else does.',
    terms: ['one', 'two', 'three'],
  });
