import { cutRepairs } from './cut-repairs.ts';
import { remember } from './remember.ts';

/** Speech as one spells it. */
const SPELLINGS: [RegExp, string][] = [
  [/\bgonna\b/gi, 'going to'],
  [/\bwanna\b/gi, 'want to'],
  [/\bgotta\b/gi, 'got to'],
  [/(?<![\p{L}'’])(?:cuz|['’]cause)\b/giu, 'because'],
  [/\bkinda\b/gi, 'kind of'],
  [/\bsorta\b/gi, 'sort of'],
  [/\blemme\b/gi, 'let me'],
  [/\bdunno\b/gi, "don't know"],
  [/\by['’]all\b/gi, 'you all'],
  [/(?<=\s)['’]em\b/gi, 'them'],
];
/** Sounds and phrases that carry nothing, most with the commas that set them off: without these, "you know" and "like" may be the point. */
const FILLERS: [RegExp, string][] = [
  [/,?\s*(?<![\p{L}\p{N}])(?:u+h+m*|u+m+|e+r+m*|a+h+|mm+|hmm+|mhm|uh-huh)(?![\p{L}\p{N}'’])[,.…]*/giu, ' '],
  [/\s*\byou know\b,?(?=\s+you know\b)/gi, ''],
  [
    /(?<!\b(?:do|did|does|if|that|what|as|when|how|should|would|will|can|once|because|whether|not|all|people|guys|something|thing|things|everything|n['’]t)\s)(?<=\p{L}\s)you know\s+(?=(?:it|it['’]s|the|we|they|i|there|there['’]s|and|but|so|because|a|probably|just|really|in|for|with|these|some)\b)/giu,
    '',
  ],
  [/,\s*(?:you know|i mean|like|right|okay|yeah|well|actually|basically|literally|obviously)\s*,/gi, ' '],
  [/(?:^|,\s*)(?:you know|i mean|if you will|as it were|so to speak|like i said|as i said|as i mentioned),/gi, ' '],
  [/,?\s+(?:if you will|as it were|so to speak)(?=[,.])/gi, ''],
  [/,?\s+by the way\b,?(?=\s)/gi, ''],
  [/(?<=\b(?:and|but|so|because|where|there's|that's|it's|they're|is|are|to|just|the|a|or|of),?)\s+you know\b,?/gi, ''],
  [/(?:,\s*or whatever|,?(?:\s*\bblah\b,?)+)(?=[,.])/gi, ''],
  [/,\s*(?:you know|right|okay|yeah|huh|isn't it|doesn't it)\s*[?.]/gi, '.'],
  [/(?<!\b(?:that|it|not|all|is|are|was|be|the|exactly|about))\s+right\?$/gi, '.'],
];
/** What hedges nothing: before a verb, before "the", after a preposition. "Kind of expensive" and "sort of a monopoly" stay. */
const SOFTENERS: [RegExp, string][] = [
  [/(?:^|(?<=,\s))(?:kind|sort) of\s+(?=the\b|\p{L}+ing\b)/giu, ''],
  [
    /(?<=\b(?:I|you|we|they|he|she|it|that|to|can|could|will|would|[’'](?:ve|s|re|d|ll)|has|have|had|and|also|just|all|really|of|with|in|is|was|are|were)\s)(?:kind|sort) of\s+(?=(?:just|like|the|this|that|in|on|from|to|into|with|where|how|what)\b|(?:want|do|use|need|see|go|make|get)\b|(?!(?:interest|bor|excit|surpris|amaz|mislead|miss|noth|someth|anyth|everyth)ing\b)\p{L}+ing\b)/giu,
    '',
  ],
  [/(?<=\b(?:have|has|had|[’']ve|we|they|he|she|it)\s)(?:kind|sort) of\s+(?=\p{L}{3,}ed\b)/giu, ''],
  [
    /(?<=\b(?:in|with|at|for|from|by|into|of|between|versus|than|through|on|against|which)\s)(?<!\blike for\s)like\s+/giu,
    '',
  ],
  [/(?<=\p{L}\s)like\s+(?=(?:makes|gives|gets|goes|takes|needs|wants|does|had|can|will|would)\b)/giu, ''],
  [
    /\b(?:like|about) ((?:[$€£]?\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|a hundred)(?: (?:hundred|thousand|million|billion|trillion|percent))?(?: \p{L}+)?) or something(?: like that)?\b/giu,
    'about $1',
  ],
  [
    /(?<=\b(?:is|are|was|were|be|to|has|have|had|got|get|probably|maybe|about|an?|takes?|took|costs?|spend|spent|pay|paid|another|there['’]s|it['’]s)\s)like\s+(?=[$€£¥]?\d|(?:probably|really|very|super|maybe|almost|basically)\b)/giu,
    '',
  ],
  [
    /(?<=\b(?:has|have|had|there['’]s|there is|there are|there will be|there was|gave (?:us|them|him|her))\s)like\s+/giu,
    '',
  ],
];
/** Words at the head of a sentence that only hold the floor; most do so only with a comma ("No one", "Right now", "Like most"). */
const OPENERS =
  /^(?:(?:(?:and|so(?! (?:far|long|much|many)\b)|but|or)\b,?|(?:well|yeah|yes|yep|no|okay|ok|right|now|look|listen|see|like|oh|i mean|you know|honestly|basically|again|also|exactly|sure|anyway|alright|all right|absolutely|totally|of course|by the way|for sure|i mean|right)[,.?!])\s+|you know (?=(?:i|we|they|the|it's|it|there's|a)\b)|like (?=(?:we|they|i|it|you|he|she|there|if)\b|(?:[^\s,]+\s+){7}|[^,]+$)|i mean (?=(?:the|there|i|we|they|it's|it is|you|if|a)\b))+/i;
const NEGATION = /\b(?:not|no|never|nobody|nothing|none|neither|nor|without|hardly|cannot)\b|n['’]t\b/gi;

/**
 * Spoken English as one would print it: without fillers, stutters and false starts, otherwise the speaker's words in their
 * order, hedges included. Where cleaning would take a negation away, the sentence stays as it was said.
 */
export const cleanSpeech = remember((text: string): string => {
  const said = tidy(text.replace(/>>+/g, ' '));
  let clean = said.replace(OPENERS, '');
  const negations = countNegations(clean);
  for (const [filler, instead] of [...SPELLINGS, ...FILLERS]) clean = clean.replace(filler, instead);
  clean = cutRepairs(tidy(clean));
  for (const [softener, instead] of SOFTENERS) clean = clean.replace(softener, instead);
  clean = balanceQuotes(tidy(tidy(clean).replace(OPENERS, '')));
  return capitalise(countNegations(clean) === negations ? clean : said);
});

const countNegations = (text: string) => text.match(NEGATION)?.length ?? 0;

const tidy = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\s+([,;:?!%]|\.(?!\d))/g, '$1')
    .replace(/,(?:\s*,)+/g, ',')
    .replace(/,\s*([.?!])(?!\d)/g, '$1')
    .replace(/^[\s,.;:—–-]+/, '')
    .trim();

/** A quotation mark without its partner goes, with all of its kind. */
function balanceQuotes(text: string): string {
  const straight = (text.match(/"/g)?.length ?? 0) % 2 === 0 ? text : text.replaceAll('"', '');
  const [open, close] = [straight.match(/“/g)?.length ?? 0, straight.match(/”/g)?.length ?? 0];
  return open === close ? straight : straight.replace(/[“”]/g, '');
}

const capitalise = (text: string) => text.replace(/^["“]?\p{Ll}/u, (head) => head.toUpperCase());
