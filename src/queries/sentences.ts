/** Not after initials: "the U.S. Treasury". */
const BORDER = /(?<=[\p{Ll}\p{N}]{2}[.!?…]["”’)]?)\s+(?=["“‘(]?[\p{Lu}\p{N}])/gu;

/** The sentences of `text`, each with the white space after it: joined, they are the text. */
export function sentencesOf(text: string): string[] {
  const starts = Array.from(text.matchAll(BORDER), ({ 0: space, index }) => index + space.length);
  return [0, ...starts].map((start, at) => text.slice(start, starts[at]));
}
