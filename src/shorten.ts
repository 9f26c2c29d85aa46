/** `text` in at most `length` characters, cut between words, with an ellipsis where something is left out. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return `${cut
    .slice(0, Math.max(cut.lastIndexOf(' '), length / 2))
    .toWellFormed()
    .replace(/[\s,;:.–—-]+$/, '')}…`;
}
