const TITLE = 'Dr|Mr|Mrs|Ms|St|Prof|Sen|Rep|Gov|Gen|Jr|Sr';
const WORD = String.raw`(?:(?:\p{Lu}\.)+|(?:${TITLE})\.|\p{Lu}[\p{L}\p{M}\p{N}'’_-]*|\p{Lo}[\p{L}\p{M}\p{N}]{0,7})`;
const PARTICLE = '(?:de|da|du|di|la|le|van|von|der|den|bin|al|el|of|the|and|&)';
/** Source of a pattern: one to four capitalised words, the last of which may be a number ("Speaker 2"). */
export const NAME = String.raw`${WORD}(?:\s(?:${PARTICLE}\s){0,2}(?:${WORD}|\d{1,3}(?!:?\d))){0,3}`;
const PREFIX = new RegExp(String.raw`^\s*(${NAME})(?:\s\([^)]{1,30}\))?\s?(?:[:：](?=\s|$)|：)\s*`, 'u');
const LONGEST_NAME = 40;

/** What speakers begin a sentence with, or editors a remark, and no name: "Note: …". */
const LEAD_INS = new Set(
  `a again also although and another answer answers anyway as at basically because besides bonus breaking but by caption
  captions caution chapter conclusion credits disclaimer edit editor episode example exactly fact figure final finally
  first for fourth from goal great hence here here's hey hint host's how however idea if important in incidentally instead
  intro it it's item just last lesson like link links listen look maybe meaning meanwhile music my next no not note notes
  now number ok okay on once one only option or otherwise our outro part perhaps plus point problem ps question questions
  quick quote reason recap remember result right rule second section see seriously should singing so solution some source
  spoiler step still subtitle subtitles summary surprise take takeaway that that's the then therefore there these they
  third this three thus tip title today todo topic transcript translation translator trivia truth two update
  verse warning was we well what what's when where which while who why wrong yeah yep yes yet you`.split(/\s+/),
);

/** Reads "Ann Lee: text", "ANN: text", "Speaker 2: text"; nothing where what precedes the colon cannot be a name ("Note: …", "12:30"). */
export function takeName(text: string): { name: string; rest: string } | undefined {
  const match = PREFIX.exec(text);
  const name = match?.[1];
  if (!match || !name || name.length > LONGEST_NAME) return undefined;
  if (LEAD_INS.has(name.split(/\s/)[0]!.toLowerCase())) return undefined;
  return { name, rest: text.slice(match[0].length) };
}

/** A line that begins with a name and a colon. */
interface Head {
  name: string;
  /** Index of the paragraph or cue. */
  text: number;
  /** It is the first line of that. */
  first: boolean;
  /** "China: it has forty percent": a sentence goes on, where a speaker mostly begins one. */
  goesOn: boolean;
}

/**
 * The names of speakers that lines of a transcript begin with, if these read as a dialogue: if most paragraphs, cues or
 * lines begin with one, any such name; else those that take turns all through the file. "China: …" at the head of some
 * paragraphs of a talk is nobody. In Chinese, where no capital tells a name, only names that occur twice, if most cues
 * have one.
 */
export function namesIn(texts: string[]): Set<string> {
  const heads = texts.flatMap(headsOf);
  const byName = Map.groupBy(heads, ({ name }) => name);
  const again = heads.filter(({ name }) => byName.get(name)!.length > 1);
  if (again.length < heads.length / 2) return new Set();
  if (isUsual(heads, texts)) return namesOf([...heads.filter(isCapital), ...again]);
  const begun = again.filter((head) => isCapital(head) && beginSentences(byName.get(head.name)!));
  return namesOf(begun.length > heads.length / 2 && takeTurns(begun, texts.length) ? begun : []);
}

const headsOf = (content: string, text: number): Head[] =>
  content.split('\n').flatMap((line, index) => {
    const taken = takeName(line);
    return taken ? [{ name: taken.name, text, first: index === 0, goesOn: /^\p{Ll}/u.test(taken.rest) }] : [];
  });

const namesOf = (heads: Head[]) => new Set(heads.map(({ name }) => name));
const isCapital = ({ name }: Head) => /^\p{Lu}/u.test(name);
const beginSentences = (heads: Head[]) => heads.filter(({ goesOn }) => goesOn).length <= heads.length / 2;

function isUsual(heads: Head[], texts: string[]): boolean {
  const lines = texts.flatMap((text) => text.split('\n')).length;
  return heads.filter(({ first }) => first).length >= texts.length / 2 || heads.length >= lines / 2;
}

// Real dialogues name another speaker every time, from beginning to end; a comparison is soon over.
function takeTurns(heads: Head[], length: number): boolean {
  const changes = heads.filter(({ name }, index) => index > 0 && heads[index - 1]!.name !== name).length;
  const span = heads.at(-1)!.text - heads[0]!.text + 1;
  return changes >= 4 && changes >= (heads.length - 1) * 0.8 && span >= length / 2;
}
