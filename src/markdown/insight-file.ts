import { ContentError } from '#domain/content-error.ts';
import { InsightId } from '#domain/ids.ts';
import { Claim, Insight, LIMITS, type InsightPlacing } from '#domain/insight.ts';
import { parseClaim, writeClaim, type ParsedClaim } from './claim.ts';
import { editFrontMatter } from './front-matter-edit.ts';
import { readFrontMatter, writeFrontMatter } from './front-matter.ts';

const LONGEST_BODY = 8 * LIMITS.passageCharacters;

/** Reads an insight file; `file` is its path for messages, and its base name is the id. Throws a `ContentError` with line and field. */
export function readInsightFile(text: string, file: string): { id: InsightId; insight: Insight; claim: ParsedClaim } {
  const id = InsightId.safeParse(file.replace(/^.*\//, '').replace(/\.mdx$/, ''));
  if (!id.success)
    throw new ContentError(file, [{ message: 'the file name is not an insight id: date, slug and four hex digits' }]);
  const { data: insight, body, bodyLine } = readFrontMatter(text, file, Insight);
  // No claim is as long in whatever way it is written, and Markdown of brackets takes minutes to parse.
  if (body.length > LONGEST_BODY)
    throw new ContentError(file, [
      { line: bodyLine, field: 'body', message: `${body.length} characters are no claim; it has 25 to 80 words` },
    ]);
  const claim = parseClaim(body, file, bodyLine);
  const words = Claim.safeParse(claim.text);
  // Of a withdrawn insight, a person may take the claim out of the file as well.
  if (!words.success && !insight.withdrawn)
    throw new ContentError(file, [
      { line: bodyLine, field: 'body', message: words.error.issues[0]?.message ?? 'not a claim' },
    ]);
  return { id: id.data, insight, claim };
}

/** The file of an insight: front matter and claim, fields that are empty left out. */
export function writeInsightFile(insight: Insight, claim: string): string {
  const { figures, related, ...rest } = insight;
  return writeFrontMatter(
    { ...rest, ...(figures.length > 0 && { figures }), ...(related.length > 0 && { related }) },
    writeClaim(claim),
  );
}

/** The text of an insight file with another placing, every other byte as it was; the same text where the placing is the same. */
export function placeInsightFile(text: string, file: string, placing: InsightPlacing): string {
  const { insight } = readInsightFile(text, file);
  const { themes, related, score, importance } = placing;
  const wanted = { themes, score, importance, related };
  const changed = Object.entries(wanted).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(insight[name as keyof InsightPlacing]),
  );
  if (changed.length === 0) return text;
  const fields = changed.map(([name, value]) => [name, Array.isArray(value) && value.length === 0 ? undefined : value]);
  return editFrontMatter(text, Object.fromEntries(fields));
}

/** Path of an insight below the content folder. */
export const insightPath = (id: InsightId): string => `insights/${id.slice(0, 4)}/${id.slice(5, 7)}/${id}.mdx`;
