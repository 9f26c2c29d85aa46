import type { Cue } from '#domain/transcript.ts';
import { cutCues, type Part } from './cut-cues.ts';
import { namesIn, takeName } from './speaker-names.ts';

const TURN_MARK = /(?<![\p{L}\p{N}])>{2,}\s*/u;
const DASHES = /^\s*[-–—]\s*(?=\S)/;
const BRACKETED_NAME = /\[(\p{Lu}[^\]\n]{0,39})\]:?/gu;
const SOUND =
  /(?:\b|_)(?:music|laugh|applau|cheer|sigh|cough|silence|noise|sound|audio|inaudible|unintelligible|indiscernible|crosstalk|foreign|singing|speak|clears|gasp|crying|scream|groan|whistl|chuckl|beep|ring|click|pause|video|clip|theme|advert|break)/i;

/** Cuts cues where somebody else begins: at ">>", at dashes of a dialogue, at "Ann: …" and "[Ann] …". */
export function splitTurns(cues: Cue[]): Cue[] {
  const marked = cutCues(cutCues(cues, atDashes), atMarks);
  const names = namesIn(marked.filter(({ speaker }) => !speaker).map(({ text }) => text));
  for (const { speaker } of marked) if (speaker) names.add(speaker);
  return splitBracketedNames(cutCues(marked, (cue) => atNames(cue, names)));
}

const atMarks = ({ text }: Cue): Part[] =>
  text.split(TURN_MARK).map((part, index) => ({ text: part, newTurn: index > 0 }));

// "- Is it new?\n- No, second hand." A single dash is punctuation.
function atDashes({ text }: Cue): Part[] {
  const lines = text.split('\n');
  if (lines.filter((line) => DASHES.test(line)).length < 2) return [{ text }];
  return lines.map((line) => ({ text: line.replace(DASHES, ''), newTurn: DASHES.test(line) }));
}

function atNames({ text, speaker, newTurn }: Cue, names: Set<string>): Part[] {
  const parts: Part[] = [];
  for (const line of text.split('\n')) {
    const taken = takeName(line);
    const last = parts.at(-1);
    if (taken && isSpeaker(taken.name, last !== undefined)) parts.push({ text: taken.rest, speaker: taken.name });
    else if (last) last.text += `\n${line}`;
    else parts.push({ text: line });
  }
  return parts;

  function isSpeaker(name: string, further: boolean): boolean {
    if (further || !speaker) return names.has(name) || (!further && newTurn === true); // After ">>" a name needs no other proof.
    return name === speaker;
  }
}

// "[Ann] So I [Ann] changed a tyre. [Ben] Again?": a name in brackets, at the beginning of most cues. "[Music]" is no name.
function splitBracketedNames(cues: Cue[]): Cue[] {
  const beginnings = cues.filter(({ text }) => bracketedNames(text)[0]?.index === text.search(/\S/));
  if (cues.length < 2 || beginnings.length < cues.length / 2) return cues;
  return cutCues(cues, ({ text }) => {
    const found = bracketedNames(text);
    const ends = [...found.slice(1).map((match) => match.index), text.length];
    const parts = found.map((match, index) => ({
      text: text.slice(match.index + match[0].length, ends[index]),
      speaker: match[1],
    }));
    return [{ text: text.slice(0, found[0]?.index) }, ...joinSame(parts)];
  });
}

const bracketedNames = (text: string) => [...text.matchAll(BRACKETED_NAME)].filter(([, name]) => !SOUND.test(name!));

const joinSame = (parts: Part[]): Part[] =>
  parts.reduce<Part[]>((joined, part) => {
    const last = joined.at(-1);
    if (last?.speaker === part.speaker && last) last.text += ` ${part.text}`;
    else joined.push({ ...part });
    return joined;
  }, []);
