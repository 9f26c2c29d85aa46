import { defineCollection } from 'astro:content';
import { Digest } from '#domain/digest.ts';
import { Episode } from '#domain/episode.ts';
import { ShowList } from '#domain/show.ts';
import { renderClaim } from '#markdown/claim.ts';
import { readInsightFile } from '#markdown/insight-file.ts';
import { readYaml } from '#markdown/read-yaml.ts';
import { readThemeFile } from '#markdown/theme-file.ts';
import { fileLoader } from './file-loader.ts';

const insights = fileLoader('insights', '**/*.mdx', (text, file) => {
  const { id, insight, claim } = readInsightFile(text, file);
  return [{ id, data: { ...insight, id, claim: claim.text, claimHtml: renderClaim(claim) } }];
});
const episodes = fileLoader('episodes', '*/*.json', (text, file) => {
  const episode = readYaml(text, file, Episode);
  return [{ id: episode.id, data: episode }];
});
const digests = fileLoader('digests', '*.json', (text, file) => {
  const digest = readYaml(text, file, Digest);
  return [{ id: digest.date, data: digest }];
});
const shows = fileLoader('shows', 'shows.yaml', (text, file) =>
  readYaml(text, file, ShowList).map((show) => ({ id: show.id, data: show })),
);
const themes = fileLoader('themes', '*.mdx', (text, file) => {
  const theme = readThemeFile(text, file);
  return [{ id: theme.id, data: theme }];
});

// No schemas here: each loader has held its files against the schema of src/domain, with line numbers.
export const collections = {
  insights: defineCollection({ loader: insights }),
  episodes: defineCollection({ loader: episodes }),
  digests: defineCollection({ loader: digests }),
  shows: defineCollection({ loader: shows }),
  themes: defineCollection({ loader: themes }),
};
