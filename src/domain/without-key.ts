/** "none", "ollama" and "lm-studio" are said to servers that want no key, and are words or hosts. */
const SHORTEST_KEY = 10;

/** A text with "…" for the key of a model server, which servers have been seen to repeat. */
export const withoutKey = (text: string, key = ''): string =>
  key.length < SHORTEST_KEY ? text : text.replaceAll(key, '…');
