import { decodeHTMLStrict } from 'entities';
import type { Cue } from '#domain/transcript.ts';
import { cutCues, type Part } from './cut-cues.ts';

/** "<v Ann Lee>", "<v.loud Ann Lee>"; the group is the name. A closing tag ends the voice and names nobody. */
const VOICE = /<v(?:\.[^\s<>]*)?(?:\s([^<>]*))?>|<\/v>/g;

/** Voice tags name the speaker; several of them in a cue make several cues. */
export function splitVoices(cues: Cue[]): Cue[] {
  return cutCues(cues, ({ text }) => (/<v[\s.>]/.test(text) ? partsOf(text) : [{ text }]));
}

function partsOf(text: string): Part[] {
  const tags = [...text.matchAll(VOICE)];
  const ends = [...tags.slice(1).map((tag) => tag.index), text.length];
  return [
    { text: text.slice(0, tags[0]?.index) },
    ...tags.map((tag, index) => ({
      text: text.slice(tag.index + tag[0].length, ends[index]),
      speaker:
        decodeHTMLStrict(tag[1] ?? '')
          .replace(/\s+/g, ' ')
          .trim() || undefined,
    })),
  ];
}
