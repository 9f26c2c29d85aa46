import { randomBytes } from 'node:crypto';
import type { Glossary } from '#domain/glossary.ts';
import { addressesTheMachine } from '#domain/plain-statement.ts';
import type { Theme } from '#domain/theme.ts';
import type { Comparison, Reading, Rejected } from '../../ports.ts';
import type { Line } from './number-lines.ts';
import { READ, RELATE, REPAIR } from './prompt.ts';

/** What one call says. `system` is the same for every episode, so that servers can cache it; `user` takes the mark of its fences. */
export interface Messages {
  system: string;
  user: (mark: string) => string;
}

/** Feeds put whole transcripts and link lists there. */
const DESCRIPTION_CHARACTERS = 1500;

/** Asks for the insights in some lines of an episode: instructions and themes first, transcript last. */
export function readMessages(
  { themes, glossary, ...reading }: Reading,
  lines: readonly Line[],
  part: string,
): Messages {
  return {
    system: instructions(themes, glossary),
    user: (mark) =>
      [
        'The data of the episode, from its feed:',
        fence(mark, describeEpisode(reading)),
        `Its transcript, in numbered lines${part}:`,
        fence(mark, writeLines(lines)),
      ].join('\n'),
  };
}

export interface Faulty extends Rejected {
  /** The lines around its quote, or around what it may be about. */
  around: readonly Line[];
}

/** Asks to write drafts again that failed. */
export function repairMessages({ themes, glossary, ...reading }: Reading, faulty: readonly Faulty[]): Messages {
  const describe = ({ draft, reason, detail, around }: Faulty, at: number) =>
    [
      `Draft ${at + 1}. What is wrong: ${reason}${detail ? ` (${oneLine(detail)})` : ''}`,
      `title: ${oneLine(draft.title)}`,
      `claim: ${oneLine(draft.claim)}`,
      writeLines(around),
    ].join('\n');
  return {
    system: instructions(themes, glossary),
    user: (mark) =>
      [
        REPAIR,
        'The data of the episode, from its feed:',
        fence(mark, describeEpisode(reading)),
        'The drafts, each with numbered lines of the transcript:',
        fence(mark, faulty.map(describe).join('\n\n')),
      ].join('\n'),
  };
}

/** Asks how each new claim bears on its earlier ones. */
export function relateMessages(comparisons: readonly Comparison[]): Messages {
  const describe = ({ claim, earlier }: Comparison, at: number) =>
    [
      `new ${at + 1}: ${oneLine(claim)}`,
      ...earlier.map((one, number) => `  earlier ${number + 1}: ${oneLine(one.claim)}`),
    ].join('\n');
  return { system: RELATE, user: (mark) => fence(mark, comparisons.map(describe).join('\n')) };
}

/** A random mark that none of the material holds, so that nothing in it can close its fence. */
export function chooseMark(messages: Messages): string {
  const material = messages.user('');
  let mark: string;
  do mark = randomBytes(12).toString('hex');
  while (material.includes(mark));
  return mark;
}

function instructions(themes: readonly Theme[], glossary: Glossary): string {
  const names = glossary.map(({ name, misheard }) =>
    misheard.length > 0 ? `${name} (misheard as ${misheard.join(', ')})` : name,
  );
  return [
    READ,
    '\n# Themes',
    ...themes.map(({ id, title, definition }) => `- ${id} (${title}): ${oneLine(definition)}`),
    ...(names.length > 0 ? ['\n# Names, as they are written', names.join('; ')] : []),
  ].join('\n');
}

const fence = (mark: string, material: string) => `<<<${mark}\n${material}\n${mark}>>>`;

function describeEpisode({ show, episode }: Pick<Reading, 'show' | 'episode'>): string {
  const { title, publishedAt, people, description } = episode;
  return [
    `show: ${oneLine(show.title)}`,
    `title: ${oneLine(title)}`,
    `published: ${publishedAt}`,
    ...(people.length > 0 ? [`people: ${oneLine(people.map(({ name }) => name).join(', '))}`] : []),
    ...(description ? [`description: ${withheld(oneLine(description).slice(0, DESCRIPTION_CHARACTERS))}`] : []),
  ].join('\n');
}

/** One line each with its number; a change of speaker has a line of its own. */
function writeLines(lines: readonly Line[]): string {
  return lines
    .flatMap(({ number, turn, speaker, text }, at) => [
      ...(lines[at - 1]?.turn === turn ? [] : [`[${speaker ? oneLine(speaker) : 'somebody'}]`]),
      `${number}| ${withheld(text)}`,
    ])
    .join('\n');
}

/** What is meant for the machine and not for a listener is not even shown to it: then it changes nothing. */
const withheld = (text: string) => (addressesTheMachine(text) ? '(left out)' : text);

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
