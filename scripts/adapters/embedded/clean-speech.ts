/** Sounds and phrases that carry nothing, with the commas that set them off. */
const FILLERS: [RegExp, string][] = [
  [/,?\s*(?<![\p{L}\p{N}])(?:u+h+m*|u+m+|e+r+m*|a+h+|mm+|hmm+|mhm|uh-huh)(?![\p{L}\p{N}'’])[,.…]*/giu, ' '],
  [/,\s*(?:you know|i mean|like|right|okay|actually|basically|literally|obviously)\s*,/gi, ' '],
  [
    /(?:^|,\s*|\s)(?:you know|i mean|sort of like|kind of like|if you will|as it were|so to speak)(?:,|(?=\s+(?:like|um|uh|the|a|it|they|we|i|that|this)\b))/gi,
    ' ',
  ],
  [/,\s*(?:you know|right|okay|yeah|no|huh|isn't it|doesn't it)\s*[?.]/gi, '.'],
  [/\b(?:sort of|kind of)\s+(?=\p{L}+(?:ing|ed|ly)?\b)/giu, ''],
];
/** Words at the head of a sentence that only hold the floor. */
const OPENERS =
  /^(?:(?:and|so|but|or|well|yeah|yes|yep|no|okay|ok|right|now|look|like|oh|i mean|you know|i think that|i think|i guess|i would say|i'd say|honestly|basically|again|also|exactly|sure|anyway|cuz|'cause|alright|all right)\b[,.?!]?\s+)+/i;
/** "the the", "it's it's", "in the in the": a word or a pair said twice in a row. */
const STUTTER =
  /(?<![\p{L}\p{N}'’-])((?:[\p{L}\p{N}'’]+\s+){0,2}[\p{L}\p{N}'’]+)(?:[,.…—-]*\s+\1(?![\p{L}\p{N}'’-]))+/giu;
/** Doubled on purpose. */
const EMPHASIS = /^(?:very|really|so|much|many|more|far|long|no|that|had|never|again|years|bye)$/i;
/** A start that was given up: "it's— ", "we we were--". */
const FALSE_START = /(?:^|(?<=[.!?]\s))[\p{L}\p{N}'’ ]{1,24}(?:—|--|…|\.\.\.)\s+(?=\p{L})/gu;

/** Spoken English as one would print it: without fillers, stutters and false starts; otherwise the speaker's words in their order. */
export function cleanSpeech(text: string): string {
  let clean = text.replace(/>>+/g, ' ').replace(FALSE_START, '');
  for (const [filler, instead] of FILLERS) clean = clean.replace(filler, instead);
  clean = tidy(clean).replace(STUTTER, (run, once: string) => (EMPHASIS.test(once) ? run : once));
  return capitalise(tidy(clean.replace(OPENERS, '')));
}

const tidy = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\s+([,;:?!%]|\.(?!\d))/g, '$1')
    .replace(/,(?:\s*,)+/g, ',')
    .replace(/,\s*([.?!])/g, '$1')
    .replace(/^[\s,.;:—–-]+/, '')
    .trim();

const capitalise = (text: string) => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
