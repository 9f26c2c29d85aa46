import { wordsOf } from '#domain/words.ts';
import type { Cue } from '#domain/transcript.ts';
import { COARSE_MS, spreadTimes, TALKING_SPEED } from './spread-times.ts';

/** A thousand hours. */
const LONGEST_MS = 3.6e9;

/**
 * Settles the times: starts never go backward and every cue ends after it starts. The order of the file is the order of
 * speech; a start that breaks it is not believed. Cues without a start share the time until the next known one, and a
 * missing end is the next start. A transcript without any times stays so.
 */
export function fillTimes(cues: Cue[]): Cue[] {
  const believed = withoutDisorder(cues);
  if (!believed.some(({ startMs }) => startMs !== undefined)) return cues.map(withoutTimes);
  const runs = runsOf(believed);
  return runs.flatMap((run, index) => fillRun(run, runs[index + 1]?.[0]?.startMs));
}

const withoutTimes = (cue: Cue): Cue => ({ ...cue, startMs: undefined, endMs: undefined });

// Keeps the longest sequence of starts that never falls (patience sorting, over indices).
function withoutDisorder(cues: Cue[]): Cue[] {
  const starts = cues.map(({ startMs }) => plausible(startMs));
  const tails: number[] = [];
  const previous = starts.map((start, index) => {
    if (start === undefined) return undefined;
    const place = firstAbove(tails, start, starts);
    tails[place] = index;
    return tails[place - 1];
  });
  const kept = new Set<number>();
  for (let index = tails.at(-1); index !== undefined; index = previous[index]) kept.add(index);
  return cues.map((cue, index) => {
    if (cue.startMs === undefined) return { ...cue, endMs: plausible(cue.endMs) };
    return kept.has(index) ? { ...cue, startMs: starts[index], endMs: plausible(cue.endMs) } : withoutTimes(cue);
  });
}

const plausible = (ms = Infinity) => (ms < LONGEST_MS ? Math.max(0, Math.round(ms)) : undefined);

function firstAbove(tails: number[], start: number, starts: (number | undefined)[]): number {
  let [low, high] = [0, tails.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[tails[middle]!]! > start) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A cue with a start, and those without that follow it. */
function runsOf(cues: Cue[]): Cue[][] {
  const runs: Cue[][] = [];
  for (const cue of cues) {
    if (runs.length > 0 && cue.startMs === undefined) runs.at(-1)!.push(cue);
    else runs.push([cue]);
  }
  return runs;
}

function fillRun([head, ...rest]: Cue[], nextMs: number | undefined): Cue[] {
  const startMs = head!.startMs ?? 0;
  if (rest.length === 0) return [{ ...head!, startMs, ...endOf([head!], startMs, nextMs) }];
  if (head!.endMs === undefined || head!.endMs < startMs) return share([head!, ...rest], startMs, nextMs);
  const headEndMs = Math.min(head!.endMs, nextMs ?? Infinity);
  return [{ ...head!, startMs, endMs: headEndMs }, ...share(rest, headEndMs, nextMs)];
}

function share(cues: Cue[], startMs: number, nextMs: number | undefined): Cue[] {
  const { endMs, approximate } = endOf(cues, startMs, nextMs);
  return spreadTimes(cues, startMs, Math.min(endMs, nextMs ?? Infinity)).map((cue) =>
    approximate ? { ...cue, approximate } : cue,
  );
}

function endOf(cues: Cue[], startMs: number, nextMs: number | undefined): Pick<Cue, 'approximate'> & { endMs: number } {
  const stated = cues.at(-1)!.endMs;
  if (stated !== undefined && stated >= startMs) {
    // A coarse cue is cut up later, and its pieces must not overtake what follows.
    const overtakes = nextMs !== undefined && nextMs > startMs && stated > nextMs && stated - startMs > COARSE_MS;
    return { endMs: overtakes ? nextMs : stated };
  }
  if (nextMs !== undefined) return { endMs: nextMs };
  const words = wordsOf(cues.map(({ text }) => text).join(' ')).length;
  return { endMs: startMs + Math.round((words / TALKING_SPEED) * 1000), approximate: true };
}
