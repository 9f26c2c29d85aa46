import { addDays } from '#domain/day.ts';
import type { Day } from '#domain/ids.ts';
import type { Insight } from '#domain/insight.ts';
import { wordsOf } from '#domain/words.ts';
import type { ThemeFit } from './assign-themes.ts';
import { LEAST } from './compare-claims.ts';
import { readNumbers } from './read-numbers.ts';
import type { Neighbour } from './shelf.ts';

/** The score of an insight, by how well the themes fit it and by its neighbours among what stood before it. */
export function scoreInsight(
  { importance, claim, themes, publishedAt }: Pick<Insight, 'themes' | 'publishedAt'> & Scored,
  { fits, near }: { fits: readonly ThemeFit[]; near: readonly Neighbour[] },
): number {
  const themeFit = fits.find(({ theme }) => themes.includes(theme))?.fit ?? 0;
  return scoreOf({ importance, themeFit, novelty: noveltyOf(near, publishedAt), specificity: specificityOf(claim) });
}
interface Scored {
  importance: number;
  claim: string;
}

/** What a score is made of, each 0 to 1. */
export interface ScoreParts {
  /** How much a subscriber would miss it, by the engine. */
  importance: number;
  /** How well its best theme fits. */
  themeFit: number;
  novelty: number;
  specificity: number;
}

/**
 * What is left of the importance where one of the others is 0. The engine has read the whole episode, so its opinion orders the
 * insights of one; the others decide between insights that it finds about equal, and between episodes.
 */
const FLOOR = { themeFit: 0.9, novelty: 0.8, specificity: 0.9 };

/** Importance × theme fit × novelty × specificity, 0 to 1 with three digits, each of the last three brought into its floor and 1. */
export function scoreOf({ importance, themeFit, novelty, specificity }: ScoreParts): number {
  const score =
    bounded(importance) *
    between(FLOOR.themeFit, themeFit) *
    between(FLOOR.novelty, novelty) *
    between(FLOOR.specificity, specificity);
  return Math.round(score * 1000) / 1000;
}

const bounded = (value: number) => Math.min(1, Math.max(0, value));
const between = (floor: number, value: number) => floor + (1 - floor) * bounded(value);

export const WINDOW_DAYS = 90;
/** A claim as near as this to an earlier one is nothing new. */
const NOTHING_NEW = 0.9;

/** 1 where no other episode of the 90 days before said anything like it, 0 where one made the same claim. */
export function noveltyOf(near: readonly Neighbour[], publishedAt: Day): number {
  const nearness = near
    .filter(({ published: { insight } }) => isRecent(insight.publishedAt, publishedAt))
    .map(({ similarity, verdict }) =>
      verdict === 'same' ? 1 : bounded((similarity - LEAST.related) / (NOTHING_NEW - LEAST.related)),
    );
  return 1 - Math.max(0, ...nearness);
}

const isRecent = (day: Day, publishedAt: Day) => day <= publishedAt && day > addDays(publishedAt, -WINDOW_DAYS);

/** So many numbers and names are as specific as a claim gets; each vague word takes away what half of one gives. */
const ENOUGH_DETAILS = 4;
const VAGUE = new Set(
  'thing things something anything everything stuff somehow somewhat lot lots kind kinda sort sorta basically really very quite maybe whatever etc'.split(
    ' ',
  ),
);
const NAME_INSIDE_SENTENCE = /(?<![.!?…:"“]\s*|^)\b\p{Lu}[\p{L}\p{N}-]*/gu;

/** How specific a claim is, 0 to 1: numbers and names against vague words. */
export function specificityOf(claim: string): number {
  const numbers = readNumbers(claim).filter(({ isLoose }) => !isLoose);
  const names = claim.match(NAME_INSIDE_SENTENCE)?.filter((word) => word !== 'I') ?? [];
  const details = new Set([...numbers.flatMap(({ provenBy }) => provenBy.slice(0, 1)), ...names]).size;
  const vague = wordsOf(claim).filter((word) => VAGUE.has(word)).length;
  return bounded((details - vague / 2) / ENOUGH_DETAILS);
}
