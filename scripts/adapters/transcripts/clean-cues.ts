import { nameWithoutEmail } from '#domain/email-address.ts';
import type { Cue } from '#domain/transcript.ts';
import { fillTimes } from './fill-times.ts';
import { nameSpeakers } from './name-speakers.ts';
import { plainText } from './plain-text.ts';
import { splitSentences } from './split-sentences.ts';
import { splitTurns } from './split-turns.ts';
import { splitVoices } from './split-voices.ts';
import { unrollCaptions } from './unroll-captions.ts';

/** From the raw cues of any format to those of a transcript: every line of talk once, no markup, speakers and times settled. */
export function cleanCues(raw: Cue[]): Cue[] {
  // A format with a field for the speaker fills it where it knows.
  const carries = !raw.some(({ speaker }) => speaker);
  const plain = splitVoices(raw).map((cue) => ({ ...cue, text: plainText(cue.text) }));
  const turns = splitTurns(unrollCaptions(plain))
    .map(folded)
    .filter(({ text }) => text);
  return splitSentences(nameSpeakers(fillTimes(turns), { carries })).map(compact);
}

const folded = (cue: Cue): Cue => ({
  ...cue,
  text: cue.text.replace(/\s+/g, ' ').trim(),
  speaker: nameOf(cue.speaker),
});

/** Longer than this is no name. */
const NAME_CHARACTERS = 80;
function nameOf(speaker = ''): string | undefined {
  const name = nameWithoutEmail(plainText(speaker.slice(0, 10 * NAME_CHARACTERS)))
    .replace(/\s+/g, ' ')
    .trim();
  return name.length > 0 && name.length <= NAME_CHARACTERS ? name : undefined;
}

const compact = (cue: Cue): Cue =>
  Object.fromEntries(Object.entries(cue).filter(([, value]) => value !== undefined)) as Cue;
