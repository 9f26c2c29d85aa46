import type { Figure } from '#domain/insight.ts';
import { wordsOf } from '#domain/words.ts';
import { writeMeasure } from '../write-amounts.ts';
import type { PublishedInsight } from './archive.ts';

/** A figure as somebody said it. Both ends of a range are said in the same words, and are one. */
export interface SaidFigure {
  text: string;
  subject?: string | undefined;
  unit: string;
  /** The same but for ranges. */
  low: number;
  high: number;
  insight: PublishedInsight;
}

/** What was said, in the order of `insights`. */
export const saidFigures = (insights: readonly PublishedInsight[]): SaidFigure[] =>
  insights.flatMap((insight) => withoutEnds(insight.figures).map((figure) => ({ ...figure, insight })));

/** Figures of one insight, each range as one. */
export const withoutEnds = (figures: readonly Figure[]): Omit<SaidFigure, 'insight'>[] =>
  rangesOf(figures).map(({ ends, low, high }) => {
    const { text, subject, unit } = ends[0]!;
    return { text, subject, unit, low, high };
  });

/** A unit of more words is a sentence. */
const MOST_UNIT_WORDS = 4;

/** The same figures without a word of the speaker: each is written from its value, or those of its range, and its unit. */
export const inOurWords = (figures: readonly Figure[]): Figure[] =>
  rangesOf(figures.filter(({ unit }) => wordsOf(unit).length <= MOST_UNIT_WORDS)).flatMap(({ ends, low, high }) =>
    ends.map(({ value, unit }) => ({ text: writeMeasure(low, high, unit), value, unit })),
  );

/** The figures that were said in the same words. */
const rangesOf = (figures: readonly Figure[]) =>
  [...Map.groupBy(figures, ({ text, unit }) => `${unit}\n${text}`).values()].map((ends) => {
    const values = ends.map(({ value }) => value);
    return { ends, low: Math.min(...values), high: Math.max(...values) };
  });

/** Who said it; where nobody is named, on which show. */
export const sourceOfFigure = ({ speaker, show }: PublishedInsight): string => speaker ?? show.title;
