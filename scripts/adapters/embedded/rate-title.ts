import { readFileSync } from 'node:fs';
import type { TermMatcher } from '#domain/match-terms.ts';
import { logOdds, type LogisticModel } from './logistic-model.ts';
import { measureTitle, type TitleSigns } from './measure-title.ts';
import type { Token } from './tag-text.ts';

export type TitleModel = LogisticModel<keyof TitleSigns>;
/** What `npm run fit` wrote last. */
const SHIPPED_MODEL = JSON.parse(readFileSync(new URL('title-model.json', import.meta.url), 'utf8')) as TitleModel;

/** How likely an editor would print a title, by the model: log-odds, about -4 to 1. */
export const rateTitle = (
  title: { text: string; tokens: readonly Token[]; spoken: string },
  match: TermMatcher,
): number => logOdds(measureTitle(title, match), SHIPPED_MODEL);
