import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { compileTerms } from '#domain/match-terms.ts';
import type { Theme } from '#domain/theme.ts';
import { measureTitle } from '../adapters/embedded/measure-title.ts';
import type { TitleModel } from '../adapters/embedded/rate-title.ts';
import { tagText } from '../adapters/embedded/tag-text.ts';
import { fitModel } from './fit-model.ts';

/** A title, the sentence that it was made of, and what readers thought of it: 1 if they would print it, 0 if not. */
const JudgedTitle = z.object({ title: z.string(), spoken: z.string(), share: z.number().min(0).max(1) });
const RIDGE = 40;

/** The model that tells best which titles are printed; `file` holds a judged title as JSON in each line. */
export function fitTitles(file: string, themes: readonly Theme[]): TitleModel {
  const match = compileTerms(themes);
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const judged = lines.map((line) => JudgedTitle.parse(JSON.parse(line)));
  return fitModel(
    {
      measured: judged.map(({ title, spoken }) => measureTitle({ text: title, tokens: tagText(title), spoken }, match)),
      shares: judged.map(({ share }) => share),
    },
    RIDGE,
  );
}
