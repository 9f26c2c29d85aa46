/** `text` from its first sign that is neither white space nor in a comment of markup; nothing where that is never closed. */
export function afterComments(text: string): string {
  let at = firstSign(text, 0);
  while (text.startsWith('<!--', at)) {
    const end = text.indexOf('-->', at + 4);
    at = end < 0 ? text.length : firstSign(text, end + 3);
  }
  return text.slice(at);
}

function firstSign(text: string, from: number): number {
  const sign = /\S/g;
  sign.lastIndex = from;
  return sign.exec(text)?.index ?? text.length;
}
