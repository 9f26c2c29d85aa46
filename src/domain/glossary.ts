import { z } from 'zod';
import { ReadableLine } from './readable-text.ts';

const Words = z.array(ReadableLine.min(1));

/** `content/glossary.yaml`: names as they are written, and how machines mis-hear them. */
export const Glossary = z.array(
  z.strictObject({
    name: ReadableLine.min(1),
    kind: z.enum(['person', 'company', 'model', 'term', 'chip', 'place']),
    misheard: Words.default([]),
    /** For mis-hearings that are ordinary words or names as well: they count only where one of these is said near them. */
    near: Words.min(1).optional(),
    /** Phrases in which a mis-hearing means what it says. */
    unless: Words.optional(),
  }),
);
export type Glossary = z.infer<typeof Glossary>;
