import { z } from 'zod';

/** `content/glossary.yaml`: names as they are written, and how machines mis-hear them. */
export const Glossary = z.array(
  z.strictObject({
    name: z.string().trim().min(1),
    kind: z.enum(['person', 'company', 'model', 'term', 'chip', 'place']),
    misheard: z.array(z.string().trim().min(1)).default([]),
  }),
);
export type Glossary = z.infer<typeof Glossary>;
