/** "the the", "it's it's", "in the in the": up to four words said twice in a row. */
const STUTTER =
  /(?<![\p{L}\p{N}'’-])((?:[\p{L}\p{N}'’]+\s+){0,3}[\p{L}\p{N}'’]+)(?:[,.…—-]*\s+\1(?![\p{L}\p{N}'’-]))+/giu;
/** Doubled on purpose, or figures that follow each other ("20 20 years ago"). */
const MEANT =
  /^(?:very|really|so|much|many|more|far|long|no|that|had|never|again|years|bye)$|\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|hundred|thousand|million|billion)\b/i;
/** "in- intuitive": a word that was broken off and begun again. */
const BROKEN_WORD = /(?<![\p{L}\p{N}-])(\p{L}{1,8})-+,?\s+(?=\1)/giu;
/** "we we've", "it it's". */
const BEFORE_CONTRACTION = /(?<![\p{L}\p{N}'’])(I|we|they|you|it|he|she|there|what|who),?\s+(?=\1['’])/giu;
/** "we are we're": said in full, and once more short. */
const IN_FULL =
  /(?<![\p{L}\p{N}'’])(?:I am|we are|they are|you are|it is|that is|there is),? (?=(?:I['’]m|we['’]re|they['’]re|you['’]re|it['’]s|that['’]s|there['’]s)\b)/giu;
/** "So what I, what we do", "it was — it is": function words that are begun again by the same word; "for us, for them" is none. */
const WORD = "(?:[\\p{L}]+['’](?:s|re|m|ve|ll|d)|\\p{L}+)";
const HEAD =
  "(?:what|when|where|why|how|if|who|which|the|a|an|this|these|my|our|your|there|it|we|they|you|he|she|i|is|are|was|do|does|can)(?:['’](?:s|re|m|ve|ll|d))?";
const FALSE_START = new RegExp(
  `(?<![\\p{L}\\p{N}'’])(${HEAD})((?:\\s+${WORD}){0,3})\\s*(?:,|—|–|-{1,2}|\\.{3}|…)\\s*(?=\\1(?!\\p{L}))`,
  'giu',
);
const FUNCTION_WORDS = new Set(
  (
    'i you he she it we they there what when where why how if who which the a an this that these those my our your their its ' +
    'is are was were do does did can could will would has have had to of in on and or but so because as just really ' +
    "it's that's there's they're we're you're i'm he's she's i've we've they've you've i'll we'll they'll you'll i'd think mean"
  ).split(' '),
);

/** Takes stutters, broken-off words and false starts out of a sentence; a false start of more than function words is left. */
export function cutRepairs(text: string): string {
  return (
    text
      .replace(BROKEN_WORD, '')
      .replace(STUTTER, cutStutter)
      // "of of those of those": cutting one shows the next.
      .replace(STUTTER, cutStutter)
      .replace(BEFORE_CONTRACTION, '')
      .replace(IN_FULL, '')
      .replace(FALSE_START, (start: string, _head: string, rest: string) => (isEmpty(rest) ? '' : start))
  );
}

const cutStutter = (run: string, once: string) => (MEANT.test(once) ? run : once);
const isEmpty = (rest: string) =>
  (
    rest
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}']+/gu) ?? []
  ).every((word) => FUNCTION_WORDS.has(word));
