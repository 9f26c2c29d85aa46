import { Parser } from 'htmlparser2';
import type { Cue } from '#domain/transcript.ts';
import { readClock } from './read-clock.ts';
import { readStamps } from './read-stamps.ts';
import { refuseMarkup } from './refusals.ts';

const NO_SPEECH = new Set(
  'head script style nav header footer aside noscript template svg iframe button select textarea'.split(' '),
);
const INLINE = new Set(
  'a abbr b bdi bdo code del dfn em font i ins kbd mark q s small span strong sub sup u var wbr'.split(' '),
);
const HEADING = /^h[1-6]$/;
/** No page of talk nests deeper or has more tags and pieces of text; what does is long in parsing. */
const MOST_DEPTH = 500;
const MOST_PARTS = 400_000;

/**
 * Raw cues of a transcript page: `<cite>` names the speaker and `<time>` the start of the paragraphs that follow, as the
 * podcast namespace has it; else of any page whose paragraphs are the talk, with stamps such as "[00:12:03]" in the text.
 */
export function parseHtml(text: string): Cue[] {
  const blocks: Cue[] = [];
  let next: Cue = { text: '' };
  let mark: { name: string; text: string } | undefined;
  let skipped = 0;
  let [depth, parts] = [0, 0];

  const count = (change: number) => {
    depth = Math.max(0, depth + change);
    parts++;
    if (depth > MOST_DEPTH || parts > MOST_PARTS) refuseMarkup();
  };
  const endBlock = () => {
    if (next.text.trim()) {
      blocks.push(next);
      next = { text: '', speaker: next.speaker };
    } else next.text = '';
  };
  const endMark = ({ name, text: content }: { name: string; text: string }) => {
    mark = undefined;
    if (name === 'cite') next.speaker = content.trim().replace(/\s*[:：]$/, '') || undefined;
    else if (name === 'time') next.startMs = readClock(content) ?? next.startMs;
    else next.newTurn = true; // A heading is no speech, but may name who speaks next.
  };

  const parser = new Parser({
    onopentagname(name) {
      count(1);
      if (name === 'body') skipped = 0;
      if (NO_SPEECH.has(name)) skipped++;
      // "<p>I read <cite>Bicycling</cite> at <time>10:30</time>" is talk; at the start of a block they are marks.
      else if (HEADING.test(name) || (/^(cite|time)$/.test(name) && !next.text.trim())) mark = { name, text: '' };
      else if (name === 'br') next.text += '\n';
      else if (isBlock(name)) endBlock();
    },
    ontext(data) {
      count(0);
      if (skipped > 0) return;
      if (mark) mark.text += data;
      else next.text += data.replace(/\s+/g, ' ');
    },
    onclosetag(name) {
      count(-1);
      if (NO_SPEECH.has(name)) skipped = Math.max(0, skipped - 1);
      else if (mark?.name === name) endMark(mark);
      else if (isBlock(name)) endBlock();
    },
  });
  parser.end(text);
  endBlock();
  return readStamps(blocks);
}

const isBlock = (name: string) => !INLINE.has(name) && name !== 'br' && name !== 'cite' && name !== 'time';
