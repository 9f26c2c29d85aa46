import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { EpisodeId, ShowId, type Day } from '#domain/ids.ts';
import { createBeatFolder } from '../adapters/beat-folder.ts';
import type { PassageModel } from '../adapters/embedded/rate-passages.ts';
import type { TitleModel } from '../adapters/embedded/rate-title.ts';
import { createEmbeddedEngine } from '../adapters/embedded-insight-engine.ts';
import { createEnergeticEmbedder } from '../adapters/energetic-embedder.ts';
import { createThemeRater } from '../pipeline/assign-themes.ts';
import { placeInsights } from '../pipeline/place-insights.ts';
import { proveDrafts } from '../pipeline/prove-drafts.ts';
import { createShelf } from '../pipeline/shelf.ts';
import { fitPassages, measureTalk } from './fit-passages.ts';
import { fitTitles } from './fit-titles.ts';
import { readMarkedTalks, type MarkedTalk } from './read-marked-talks.ts';

/**
 * Fits the models of the embedded engine to what readers marked, and writes them: with `--marks` and `--corpus` which passages
 * they kept, with `--titles` which titles they would print. With `--left-out FILE`, writes instead what the whole engine
 * publishes of each talk with a passage model that was fitted without it: a line of JSON for each insight, with quote, themes and
 * score, for the scorer.
 */
const { values } = parseArgs({
  options: {
    marks: { type: 'string' },
    corpus: { type: 'string' },
    'left-out': { type: 'string' },
    titles: { type: 'string' },
  },
});
const content = resolve(import.meta.dirname, '../../content');
const beat = createBeatFolder(content, content);
const [themes, glossary] = [await beat.loadThemes(), await beat.loadGlossary()];
const { marks, corpus, titles, 'left-out': leftOut } = values;
if (titles) writeModel('title-model.json', fitTitles(titles, themes));
else if (marks && corpus) await fitToTalks(readMarkedTalks(marks, corpus));
else throw new Error('npm run fit -- --marks DIR --corpus DIR [--left-out FILE] | --titles FILE');

async function fitToTalks(talks: readonly MarkedTalk[]): Promise<void> {
  const examples = talks.map((talk) => measureTalk(talk, themes));
  if (!leftOut) return writeModel('passage-model.json', fitPassages(examples));
  const lines: string[] = [];
  for (const talk of talks) {
    const others = examples.filter((_, at) => talks[at] !== talk);
    for (const line of await publish(talk, fitPassages(others))) lines.push(JSON.stringify(line));
  }
  writeFileSync(leftOut, lines.map((line) => `${line}\n`).join(''));
  console.log(`${leftOut}: ${lines.length} insights of ${talks.length} talks, each left out of the fit`);
}

function writeModel(name: string, model: PassageModel | TitleModel): void {
  const file = join(import.meta.dirname, '../adapters/embedded', name);
  writeFileSync(file, `${JSON.stringify(model, null, 2)}\n`);
  console.log(`${file}: written`);
}

async function publish({ id, title, description, index }: MarkedTalk, model: PassageModel) {
  const embedder = createEnergeticEmbedder();
  const show = { id: ShowId.parse('show'), title: 'Show', feed: 'https://feeds.invalid/', excerpts: true };
  const episode = {
    ...{ id: EpisodeId.parse('episode'), show: show.id, guid: id, title, description, people: [] },
    publishedAt: '2026-01-01' as Day,
    status: 'waiting' as const,
  };
  const reading = { show, episode, transcript: index.transcript, themes, glossary };
  const engine = createEmbeddedEngine(model);
  const { proven, rejected } = proveDrafts((await engine.propose(reading)).drafts, reading);
  const rateThemes = await createThemeRater(themes, embedder);
  const shelf = await createShelf([], [], embedder);
  const placing = { episode, engine, today: episode.publishedAt, rateThemes, shelf };
  const { placed, dropped } = await placeInsights(proven, placing, embedder);
  for (const reason of [...rejected.map(({ reason }) => reason), ...dropped]) console.log(`${id}: ${reason}`);
  return placed.map(({ insight, claim }) => ({
    quote: insight.quote.text,
    themes: insight.themes,
    score: insight.score,
    title: insight.title,
    claim,
  }));
}
