/** Sounds and phrases that carry nothing, with the commas that set them off: without these, "you know" and "like" may be the point. */
const FILLERS: [RegExp, string][] = [
  [/,?\s*(?<![\p{L}\p{N}])(?:u+h+m*|u+m+|e+r+m*|a+h+|mm+|hmm+|mhm|uh-huh)(?![\p{L}\p{N}'’])[,.…]*/giu, ' '],
  [/,\s*(?:you know|i mean|like|right|okay|actually|basically|literally|obviously)\s*,/gi, ' '],
  [/(?:^|,\s*)(?:you know|i mean|if you will|as it were|so to speak),/gi, ' '],
  [/,\s*(?:you know|right|okay|yeah|huh|isn't it|doesn't it)\s*[?.]/gi, '.'],
];
/** Words at the head of a sentence that only hold the floor; most do so only with a comma ("No one", "Right now", "Like most"). */
const OPENERS =
  /^(?:(?:(?:and|so|but|or|cuz|'cause)\b,?|(?:well|yeah|yes|yep|no|okay|ok|right|now|look|like|oh|i mean|you know|honestly|basically|again|also|exactly|sure|anyway|alright|all right)[,.?!])\s+)+/i;
/** "the the", "it's it's", "in the in the": a word or a pair said twice in a row. */
const STUTTER =
  /(?<![\p{L}\p{N}'’-])((?:[\p{L}\p{N}'’]+\s+){0,2}[\p{L}\p{N}'’]+)(?:[,.…—-]*\s+\1(?![\p{L}\p{N}'’-]))+/giu;
/** Doubled on purpose, or figures that follow each other ("20 20 years ago"). */
const MEANT =
  /^(?:very|really|so|much|many|more|far|long|no|that|had|never|again|years|bye)$|\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|hundred|thousand|million|billion)\b/i;
const NEGATION = /\b(?:not|no|never|nobody|nothing|none|neither|nor|without|hardly|cannot)\b|n['’]t\b/gi;

/**
 * Spoken English as one would print it: without fillers and stutters, otherwise the speaker's words in their order, hedges
 * included. Where cleaning would take a negation away, the sentence stays as it was said.
 */
export function cleanSpeech(text: string): string {
  const said = tidy(text.replace(/>>+/g, ' '));
  let clean = said.replace(OPENERS, '');
  const negations = countNegations(clean);
  for (const [filler, instead] of FILLERS) clean = clean.replace(filler, instead);
  clean = tidy(clean).replace(STUTTER, (run, once: string) => (MEANT.test(once) ? run : once));
  clean = tidy(tidy(clean).replace(OPENERS, ''));
  return capitalise(countNegations(clean) === negations ? clean : said);
}

const countNegations = (text: string) => text.match(NEGATION)?.length ?? 0;

const tidy = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\s+([,;:?!%]|\.(?!\d))/g, '$1')
    .replace(/,(?:\s*,)+/g, ',')
    .replace(/,\s*([.?!])(?!\d)/g, '$1')
    .replace(/^[\s,.;:—–-]+/, '')
    .trim();

const capitalise = (text: string) => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
