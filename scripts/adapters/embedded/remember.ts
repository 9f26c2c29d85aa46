/** More sentences than a talk of three hours has. */
const MOST = 5000;

/** A function of a text that keeps its answers: passages overlap, so that most sentences of a talk are asked for ten times over. */
export function remember<T extends string | readonly unknown[]>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    if (known.size >= MOST) known.clear();
    const fresh = answer(text);
    known.set(text, fresh);
    return fresh;
  };
}
