import type { Token } from './tag-text.ts';

/** What a pronoun asks of the words before it, so that a reader knows whom or what it means. */
type Wanted = 'plural' | 'person' | 'thing' | 'clause';
const WANTED = new Map<string, Wanted>(
  Object.entries({
    plural: 'they them their theirs themselves',
    person: 'he him his she her hers himself herself',
    thing: 'it its itself',
    clause: 'this that these those',
  }).flatMap(([wanted, words]) => words.split(' ').map((word) => [word, wanted as Wanted] as const)),
);
/** Singular words that are "they" all the same. */
const GROUP =
  /^(?:everyone|everybody|someone|somebody|anyone|anybody|nobody|who|people|team|lab|company|government|firm|startup|party|country|competitor|china|customer|user|person|developer|engineer|founder|data|media|children|men|women)$/;
const PERSON =
  /(?:er|or|man|woman|guy|president|ceo|scientist|analyst|expert|chairman|founder|minister|person|kid|child)$/;
/** "It" that means nothing: "it is hard to", "it takes", "it turns out", "it's because of". */
const EXPLETIVE =
  /^it(?:'s| is| was| will be| would be| 'll be| has been| isn't| became| becomes| gets| got)?(?: (?:not|n't|also|just|very|really|so|much|more|too|pretty|quite|going to be|actually|still|only|never|probably|almost|incredibly|extremely|even|often|always|like|the case that)){0,3} (?:because|thanks to|only|hard|harder|easy|easier|possible|impossible|clear|unclear|important|interesting|true|likely|unlikely|fair|good|great|bad|better|best|cheaper|worth|difficult|tough|crazy|amazing|remarkable|safe|obvious|necessary|about time|time|no secret|no wonder|no longer|rare|common|helpful|useful|critical|essential|weird|strange|funny|ironic|fascinating|tempting|inevitable|hard-wired)\b/;
const EXPLETIVE_VERB =
  /^it (?:(?:just|really|only|also|usually|often|always|probably|might|may|will|would|still|actually|eventually) ){0,2}(?:takes?|took|turns? out|turned out|seems?|appears?|makes sense|does n't make sense|does n't matter|does not matter|doesn't matter|comes down to|is what it is|feels like|looks like|remains to be)\b/;
/** "It is the price that matters": "it" points ahead. */
const CLEFT =
  /^it (?:'s|is|was|is n't|is not|'s not) (?:not |really |actually |only )?the [^ .,;]+(?: [^ .,;]+)? (?:that|who)\b/;
/** Before these, "this" and "that" say when or where we all are, and need nothing before them. */
const HERE_AND_NOW =
  /^(?:year|month|week|quarter|summer|winter|spring|fall|decade|century|time|point|moment|morning|day|age|era|country|world|planet|industry|space|field|sector|technology|market|kind|type|sort|town|society|generation)s?$/;

/** What "it" and "they" are hardly ever meant by. */
const WHEN =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|year|month|week|quarter|decade|day|time|moment|morning|today|tomorrow|yesterday|opinion|view|mind)s?$/;

/**
 * The first pronoun in the sentences that nothing before it can be meant by, as far as number, person and order tell: the
 * claim would leave its reader asking who or what. A demonstrative with a noun ("this rule") dangles too unless that noun was said.
 */
export function findDangling(sentences: readonly (readonly Token[])[]): Token | undefined {
  const said: Token[] = [];
  for (const [number, tokens] of sentences.entries()) {
    for (const [at, token] of tokens.entries()) {
      const wanted = WANTED.get(token.lower);
      if (wanted && dangles({ tokens, at, wanted, said, isFirst: number === 0 })) return token;
      if (isNominal(token) && !WHEN.test(token.lower)) said.push(token);
    }
  }
  return undefined;
}

interface Use {
  tokens: readonly Token[];
  at: number;
  wanted: Wanted;
  said: readonly Token[];
  isFirst: boolean;
}

function dangles({ tokens, at, wanted, said, isFirst }: Use): boolean {
  if (wanted === 'thing') return !said.some(isThing) && !isExpletive(tokens, at);
  // "Huawei beat them": the object is not the subject.
  if (wanted === 'plural') return !said.some(tokens[at]?.lower === 'them' ? isManifold : isPlural);
  if (wanted === 'person') return !said.some(({ tag, lower }) => tag === 'PROPN' || PERSON.test(lower));
  return isDemonstrative(tokens, at) && isFirst && !pointsBack(tokens, at, said);
}

/** "That" and "this" may mean what the sentence itself said before. */
function pointsBack(tokens: readonly Token[], at: number, said: readonly Token[]): boolean {
  const noun = nounAfter(tokens, at);
  if (!noun) return tokens.slice(0, at).some(({ tag }) => tag === 'VERB') && said.length > 0;
  if (HERE_AND_NOW.test(noun.lower) || said.some((one) => stem(one) === stem(noun))) return true;
  // "They built this machine" introduces; "these models get cheaper" names what it is about well enough.
  return (
    /^th[eo]se$/.test(tokens[at]?.lower ?? '') || tokens.slice(0, at).some(({ tag }) => tag === 'VERB' || tag === 'AUX')
  );
}

/** "The fact that", "says that" and "the chip that" point to nothing, nor does "those who". */
function isDemonstrative(tokens: readonly Token[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token?.lower === 'those' && (after?.lower === 'who' || after?.lower === 'that')) return false;
  if (token?.lower !== 'that') return true;
  return before === undefined || before.tag === 'PUNCT' || ['ADP', 'CCONJ', 'SCONJ'].includes(before.tag);
}

function nounAfter(tokens: readonly Token[], at: number): Token | undefined {
  for (const token of tokens.slice(at + 1, at + 5)) {
    if (token.tag === 'NOUN' || token.tag === 'PROPN') return token;
    if (!['ADJ', 'NUM', 'ADV'].includes(token.tag)) return undefined;
  }
  return undefined;
}

function isExpletive(tokens: readonly Token[], at: number): boolean {
  const rest = tokens
    .slice(at, at + 14)
    .map(({ lower }) => lower)
    .join(' ');
  const joined = rest.replace(/^it 's/, "it's");
  return EXPLETIVE.test(joined) || EXPLETIVE_VERB.test(rest) || CLEFT.test(rest);
}

const isNominal = ({ tag, lower }: Token) =>
  tag === 'NOUN' || tag === 'PROPN' || GROUP.test(lower) || (tag === 'NUM' && lower === 'one');
const isThing = (token: Token) => !/^(?:everyone|everybody|people|who)$/.test(token.lower);
const isPlural = (token: Token) => token.tag === 'PROPN' || isManifold(token);
const isManifold = ({ lower }: Token) => lower.endsWith('s') || GROUP.test(lower);
const stem = ({ lower }: Token) => lower.replace(/(?:ies|y)$/, '').replace(/s$/, '');
