import { PostponedError } from '../../errors.ts';

/** What a run may spend on the model, in tokens of prompts and completions together. */
export interface TokenBudget {
  /** Throws a `PostponedError` where a call of about so many tokens does not fit any more. */
  assertLeft(estimate: number): void;
  spend(tokens: number): void;
}

/** The first call of a run is always made, so that the smallest budget gets on by one call a day. */
export function createTokenBudget(most = Infinity): TokenBudget {
  let spent = 0;
  return {
    assertLeft(estimate) {
      if (spent > 0 && spent + estimate > most)
        throw new PostponedError(`the run's token budget (WINNOW_MAX_TOKENS=${most}) is spent; it is read tomorrow`);
    },
    spend(tokens) {
      spent += tokens;
    },
  };
}

/** About how many tokens a text has: four characters of an alphabet make one, and so does one Han, kana or Hangul character. */
export function estimateTokens(text: string): number {
  const wide = text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu)?.length ?? 0;
  return Math.ceil(wide + (text.length - wide) / 4);
}
