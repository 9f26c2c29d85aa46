import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cue } from '#domain/transcript.ts';
import { indexTranscript, locateQuote } from '#domain/locate-quote.ts';
import { createEmbeddedEngine } from '../../scripts/adapters/embedded-insight-engine.ts';
import { proveDrafts } from '../../scripts/pipeline/prove-drafts.ts';
import { anEpisode, aShow, aTheme, aTranscript } from '../support/builders.ts';

const engine = createEmbeddedEngine();
const gearing = aTheme({
  definition:
    'Hub gears, derailleurs and chains of bicycles: what they cost, how long they last, and why riders choose one over the other.',
});
const chat = (n: number): Cue[] =>
  Array.from({ length: n }, (_, i) => ({
    speaker: 'Ann',
    text: `On day ${i} of the holiday the family ate soup in the garden and the neighbours sang.`,
  }));
const INSIGHT =
  'A hub gear is cheaper than a derailleur in the end because the chain lasts three times as long. Um, the derailleur costs 60 euros, but you replace the chain every winter, and that is 40 euros each time. So the couriers will all switch to hub gears within five years.';
const ADVERT =
  'This episode is brought to you by Chain Charm. A chain and a hub gear deserve the best oil, which is more than twice as good. Use code CHAIN for 20 percent off every derailleur.';
const reading = (cues: Cue[]) => ({
  show: aShow(),
  episode: anEpisode(),
  transcript: aTranscript(...cues),
  themes: [gearing],
  glossary: [{ name: 'DeepChain', kind: 'company' as const, misheard: ['deep chain'] }],
});

test('the passage on a theme is found, quoted verbatim and claimed without fillers; chatter and advert are not', async () => {
  const talk = reading([
    ...chat(30),
    { speaker: 'Bob', text: ADVERT },
    ...chat(30),
    { speaker: 'Bob', text: INSIGHT },
    ...chat(30),
  ]);
  const { drafts } = await engine.propose(talk);
  assert.equal(drafts.length, 1);
  const [draft] = drafts;
  assert.ok(draft && locateQuote(indexTranscript(talk.transcript), draft.quote, draft.nearWord)?.speaker === 'Bob');
  assert.match(draft.quote, /Um, the derailleur costs 60 euros/);
  assert.match(draft.claim, /The derailleur costs 60 euros, but you replace/);
  assert.deepEqual(proveDrafts(drafts, talk).rejected, []);
});

test('the same reading gives the same drafts', async () => {
  const talk = reading([...chat(40), { speaker: 'Bob', text: INSIGHT }, ...chat(20)]);
  assert.deepEqual(await engine.propose(talk), await createEmbeddedEngine().propose(talk));
});

test('a mis-heard name of the glossary is written right in title and claim, and left in the quote', async () => {
  const { drafts } = await engine.propose(
    reading([
      ...chat(40),
      { speaker: 'Bob', text: INSIGHT.replaceAll('couriers', 'people at deep chain') },
      ...chat(20),
    ]),
  );
  assert.match(drafts[0]?.claim ?? '', /people at DeepChain will/);
  assert.match(drafts[0]?.quote ?? '', /people at deep chain will/);
});

test('an episode that is about no theme gives nothing, and says so', async () => {
  assert.deepEqual(await engine.propose(reading(chat(80))), { drafts: [], reason: 'the talk hardly names a theme' });
});

test('an episode that says a term or two in passing is about no theme, however often it says them', async () => {
  const passing =
    'The chain of the old dog hung on the chain of the gate, and the dog pulled at the chain all day long.';
  const { drafts, reason } = await engine.propose(
    reading([...chat(20), ...Array.from({ length: 6 }, () => ({ speaker: 'Bob', text: passing })), ...chat(20)]),
  );
  assert.deepEqual([drafts, reason], [[], 'the talk hardly names a theme']);
});

test('what is worth little beside the best of its episode is no insight', async () => {
  const aside =
    'The shops of the north sell a chain to tourists in summer. Tourists hang the chain on a wall of the kitchen, and most of them forget about it.';
  const { drafts } = await engine.propose(
    reading([...chat(40), { speaker: 'Bob', text: INSIGHT }, ...chat(40), { speaker: 'Cy', text: aside }, ...chat(20)]),
  );
  assert.deepEqual(
    drafts.map(({ quote }) => quote.includes('hub gear')),
    [true],
  );
});

test('talk in another language gives nothing, and says so', async () => {
  const german = Array.from({ length: 40 }, (): Cue => ({
    text: 'Die Nabenschaltung läuft den ganzen Winter im Ölbad, und deshalb zahlen Kuriere gern das Dreifache.',
  }));
  const { drafts, reason } = await engine.propose(reading(german));
  assert.deepEqual([drafts, reason], [[], 'the embedded engine reads English, and this talk is in another language']);
});
