/** Words at which the name of a thing is over. */
const STOPS = new Set(
  (
    'is are was were be been has have had will would can could may might must should do does did and or but because so if ' +
    'when while as than that which who whom whose where what how why in on at by for from with without to into over under ' +
    'about across through between per of off out up down then now right you know i we he she they it this there here ' +
    'not no just also only actually really basically probably maybe like today already even going goes go comes came get ' +
    'recently currently actually literally annually instead again ago later total overall yet too very yeah okay oh well ' +
    'gets got want wants make makes made using being doing having every each all some any most depending generating including ' +
    'starting according next last versus um uh er our their its ' +
    'those these them my your his her myself take took use used think say said expect need see work live pay know knew ' +
    'believe buy sell run spend own earn cost costs die happen end start stop feel find found'
  ).split(' '),
);
const WORD = /^ (?<word>\p{L}[\p{L}\p{N}’'-]*)/u;
/** "they've", "can't", "it's"; but "China's" goes on. */
const SHORTENED = /[’'](?:ve|re|ll|d|m|t)$|^(?:it|that|he|she|what|there|here|who|let)[’']s$/iu;
const NO_SUBJECT =
  /^(?:\p{Lu}|(?:total|cash|us|them|an?|the|one|time|order|fact|terms|kind|sort|tune)(?!\p{L}))|(?<!\p{L})(?:minute|hour|day|week|month|year)s?$/u;
const NO_NAME = /(?:rest|thing|problem|point|one|answer|first|second|other|idea|reason|last|next|same|people)$/u;
const MOST_WORDS = 3;

/**
 * What a figure is about, in the quote's own words: the kind of token of a price, what a share is "of", the thing whose
 * attribute it is ("a 25% tariff"), what stands before "is". `undefined` where none of these patterns is there.
 */
export function subjectOf(
  said: string,
  { start, end, unit }: { start: number; end: number; unit: string },
): string | undefined {
  const [before, text, after] = [said.slice(0, start), said.slice(start, end), said.slice(end)];
  if (unit.endsWith('/Mtok')) return tokensIn(text) ?? tokensBefore(before);
  const isAmount = /^(?:%|×|[A-Z]{3})/.test(unit);
  return (
    countedIn(text) ??
    (isAmount
      ? (attributeAfter(before, text, after) ??
        (/^ (?:of|in|worth) /.test(after) ? shareOf(after, unit) : statedBefore(before)))
      : undefined)
  );
}

const KIND = '(?:(?:un-?cached|cached|input|output|prompt|completion|reasoning|blended) )';
const tokensIn = (text: string) =>
  new RegExp(`${KIND}+tokens?|tokens? (?:input|output)s?|(?:input|output)s?$`, 'iu').exec(text)?.[0];
/** "output tokens cost three dollars per million" */
const tokensBefore = (before: string) =>
  new RegExp(
    `(${KIND}+tokens?) (?:is|are|was|were|costs?|at|for|cost you)(?: (?:about|around|now|only|just|roughly))? $`,
    'iu',
  ).exec(before)?.[1];

/** "active parameters" of "37 billion active parameters". */
const countedIn = (text: string) =>
  /(?:active|activated|total|trainable|output|input|training|paying|electric) \p{L}+(?=$| (?:an?|per|each|every) )/iu.exec(
    text,
  )?.[0];

/** "tariff" of "a 25% tariff on steel"; not of "a 25% or so". */
function attributeAfter(before: string, text: string, after: string): string | undefined {
  return /(?:^| )an? $/i.test(before) && !/^an? /i.test(text) && /^ \p{Ll}/u.test(after) ? nameAt(after) : undefined;
}

/** "annual revenue" of "$5 billion in annual revenue", "parameters" of "5% of the parameters", "revenue per head". */
function shareOf(after: string, unit: string): string | undefined {
  const link = (
    /^(?:%|×)/.test(unit) ? /^ of(?: the| all| all the| our| their| its)?(?= )/ : /^ (?:worth of|of|in)(?= )/
  ).exec(after);
  const name = link && nameAt(after.slice(link[0].length));
  if (!name || NO_SUBJECT.test(name)) return undefined;
  return name + (/^ per \p{L}+/u.exec(after.slice(link[0].length + 1 + name.length))?.[0] ?? '');
}

const STATED =
  /(?<!\p{L})(?:the|our|their|its|your|his|her) (?<name>(?:[\p{L}-]+ ){1,4})(?:is|was|are|were|hit|reached)(?: (?:about|around|now|only|roughly|nearly|almost|over|at))? $/iu;

/** "gross margin" of "their gross margin is 75%". */
function statedBefore(before: string): string | undefined {
  const words = STATED.exec(before)?.groups?.name?.trim().split(' ') ?? [];
  const isName = words.length > 0 && words.every((word) => word === 'of' || !STOPS.has(word.toLowerCase()));
  return isName && !NO_NAME.test(words.at(-1) ?? '') ? words.join(' ') : undefined;
}

const isStop = (word: string) => STOPS.has(word.toLowerCase()) || SHORTENED.test(word);

/** The words from here up to a stop, where they are few. */
function nameAt(text: string): string | undefined {
  const words: string[] = [];
  for (let rest = text; words.length <= MOST_WORDS;) {
    const word = WORD.exec(rest)?.groups?.word;
    if (word === undefined || isStop(word)) break;
    words.push(word);
    rest = rest.slice(word.length + 1);
  }
  return words.length > 0 && words.length <= MOST_WORDS ? words.join(' ') : undefined;
}
