import assert from 'node:assert/strict';
import { createProcessor } from '@mdx-js/mdx';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import remarkGfm from 'remark-gfm';
import { Digest } from '#domain/digest.ts';
import { Episode } from '#domain/episode.ts';
import { episodeIdOf, insightIdOf, personSlugOf, type Day, type ShowId } from '#domain/ids.ts';
import { Insight, LIMITS } from '#domain/insight.ts';
import { readableLine } from '#domain/readable-text.ts';
import { Show } from '#domain/show.ts';
import { wordsOf } from '#domain/words.ts';
import { renderClaim } from '#markdown/claim.ts';
import { FRONT_MATTER } from '#markdown/front-matter.ts';
import { insightPath, readInsightFile, writeInsightFile } from '#markdown/insight-file.ts';
import { readYaml } from '#markdown/read-yaml.ts';
import { anEpisode, anInsight, aShow } from './builders.ts';
import { hostileText, hostileTextOfAnyLength } from './hostile-text.ts';

/** Whatever an outsider writes, into every field that takes words. */
export interface HostileTexts {
  title: string;
  claim: string;
  quote: string;
  speaker: string;
  other: string;
  /** For what has no bound of its own: descriptions, addresses, names of episodes. */
  long: string;
}

export const hostileTexts = (): fc.Arbitrary<HostileTexts> =>
  fc.record({
    title: hostileText(),
    claim: hostileText(),
    quote: hostileText(),
    speaker: hostileText(),
    other: hostileText(),
    long: hostileTextOfAnyLength(),
  });

/** `texts` as an insight and its claim, cut and filled up to what the contract allows, but not yet cleaned. */
export function hostileInsight({ title, claim, quote, speaker, other }: HostileTexts) {
  const insight: Insight = anInsight({
    title: atMost(title, LIMITS.titleCharacters),
    speaker: atMost(speaker, 120),
    reason: atMost(other, 300),
    quote: { ...anInsight().quote, text: ofWords(quote, LIMITS.quoteWords), translation: atMost(other, 1000) },
    figures: [{ text: atMost(other, 100), value: 1, unit: atMost(title, 20), subject: atMost(quote, 100) }],
    engine: { name: 'openai', model: atMost(other, 40) },
  });
  return { insight, claim: ofWords(claim, LIMITS.claimWords) };
}

/** Holds for any texts: what is written reads back as the same words, and is nothing but words to whoever reads it. */
export function assertClosed(texts: HostileTexts): void {
  const raw = hostileInsight(texts);
  const insight = Insight.parse(raw.insight);
  const id = insightIdOf({ ...insight, quote: insight.quote.text });
  const file = writeInsightFile(insight, raw.claim);
  const read = readInsightFile(file, insightPath(id));
  assert.deepEqual(read.insight, insight);
  assert.equal(read.claim.text, readableLine(raw.claim));
  assertTextOnly(renderClaim(read.claim), readableLine(raw.claim));
  assertHarmless(file, read.claim.text);
  assert.ok(personSlugOf(insight.speaker ?? ''));
  assertRecordsReadBack(texts);
}

/** Episodes, digests and shows, as JSON; what has no bound may be of any length. */
function assertRecordsReadBack({ title, speaker, other, long }: HostileTexts): void {
  const publishedAt = '2026-07-02' as Day;
  const id = episodeIdOf({ show: 'a-show' as ShowId, guid: long, title: long, publishedAt });
  const text = orWord(long);
  const episode = Episode.parse({
    ...anEpisode({ guid: text, title: text, description: text, link: text, audio: text, reason: text }),
    ...{ id, showTitle: orWord(title), people: [{ name: orWord(speaker), role: other }], chapters: text },
    ...{ chapterList: [{ startMs: 0, title: atMost(other, 200) }], transcript: { from: text, type: 'vtt' } },
  });
  assert.equal(episode.guid, text);
  assert.equal(episode.title, readableLine(text));
  assert.deepEqual(readYaml(JSON.stringify(episode, null, 2), 'x.json', Episode), episode);
  const digest = Digest.parse({ date: publishedAt, insights: [{ id, reason: orWord(other) }] });
  assert.deepEqual(readYaml(JSON.stringify(digest), 'x.json', Digest), digest);
  const show = Show.parse({ ...aShow(), title: atMost(title, 200) });
  assert.deepEqual(readYaml(JSON.stringify(show), 'x.yaml', Show), show);
}

const orWord = (text: string) => (readableLine(text) === '' ? 'word' : text);
const atMost = (text: string, length: number) => orWord(text.slice(0, length));

function ofWords(text: string, { min, max }: { min: number; max: number }): string {
  let fit = text.slice(0, LIMITS.passageCharacters - 6 * min);
  while (wordsOf(readableLine(fit)).length > max) fit = fit.slice(0, fit.length / 2);
  while (wordsOf(readableLine(fit)).length < min) fit += ' word';
  return fit;
}

function assertTextOnly(html: string, text: string): void {
  const elements: string[] = [];
  let said = '';
  const parser = new Parser({
    onopentag: (name, attributes) => void elements.push([name, ...Object.keys(attributes)].join(' ')),
    ontext: (part) => void (said += part),
    oncomment: () => assert.fail('a comment'),
    onprocessinginstruction: () => assert.fail('an instruction'),
  });
  parser.end(html);
  assert.deepEqual(elements, ['p']);
  assert.equal(said, text);
}

/** What a real compiler makes of it: as MDX, as MDX with GFM (which links bare addresses), and without knowing front matter. */
function assertHarmless(file: string, text: string): void {
  const body = file.replace(FRONT_MATTER, '');
  assert.deepEqual(compile(body, MDX), { text, elements: new Set(['p']), names: NAMES });
  const { elements, names, ...gfm } = compile(body, GFM);
  assert.equal(gfm.text, text);
  assert.ok(elements.isSubsetOf(new Set(['p', 'a https:', 'a http:', 'a mailto:'])), [...elements].join());
  assert.ok(names.isSubsetOf(GFM_NAMES), [...names].join());
  for (const { type } of walk(MDX.parse(file))) assert.doesNotMatch(String(type), /^mdx/);
}

interface Compiled {
  /** What is rendered. */
  text: string;
  /** Links with their scheme. */
  elements: Set<string>;
  /** Every identifier of the program, and where it imports from. */
  names: Set<string>;
}

/** The trees between the stages of the compiler: a pattern on its output would have to know JavaScript. */
const look = {
  rehypePlugins: [
    () =>
      (tree: object, { data }: { data: Record<string, unknown> }) =>
        void (data['content'] = [...walk(tree)]),
  ],
  recmaPlugins: [
    () =>
      (tree: object, { data }: { data: Record<string, unknown> }) =>
        void (data['program'] = [...walk(tree)]),
  ],
};
const MDX = createProcessor(look);
const GFM = createProcessor({ ...look, remarkPlugins: [remarkGfm] });

function compile(body: string, processor: typeof MDX): Compiled {
  const { data } = processor.processSync(body) as unknown as { data: { content: Node[]; program: Node[] } };
  const content = data.content.filter(({ type }) => type !== 'root');
  assert.ok(
    content.every(({ type }) => type === 'element' || type === 'text'),
    body,
  );
  const said = content.flatMap(({ type, value }) => (type === 'text' ? [String(value)] : []));
  return {
    text: said.join(''),
    elements: new Set(content.flatMap((node) => (node.type === 'element' ? [nameOf(node)] : []))),
    names: new Set(
      data.program.flatMap(({ type, name, source }) =>
        type === 'Identifier' ? [String(name)] : source ? [String((source as Node)['value'])] : [],
      ),
    ),
  };
}

const nameOf = ({ tagName, properties }: Node) => {
  const { href } = properties as { href?: string };
  return [tagName, href && new URL(href).protocol].filter(Boolean).join(' ');
};

type Node = Record<string, unknown>;

/** Every node of a tree of any kind. */
function* walk(node: object): Generator<Node> {
  if ('type' in node && typeof node.type === 'string') yield node as Node;
  for (const [name, part] of Object.entries(node))
    if (typeof part === 'object' && part !== null && !['position', 'data', 'loc', 'range'].includes(name))
      yield* walk(part as object);
}

const { names: NAMES } = compile('A word.', MDX);
const { names: GFM_NAMES } = compile('A word, and www.example.com for more.', GFM);
