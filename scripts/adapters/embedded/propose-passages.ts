import type { Sentence } from './read-sentences.ts';

/** A run of sentences that might be quoted. */
export interface Passage {
  sentences: Sentence[];
  from: number;
  to: number;
}

/** A claim of one line is often explained over several: passages near the upper bound hold both. */
const WORDS = { min: 40, max: 84 };
/** "Yeah." or "Right, exactly." from the other side does not end what somebody says. */
const INTERJECTION_WORDS = 3;

/** Every run of whole sentences of a fitting length that one person says, beginnings and ends at sentence borders. */
export function proposePassages(sentences: readonly Sentence[], noise: ReadonlySet<Sentence>): Passage[] {
  const interjections = findInterjections(sentences);
  return sentences.flatMap((first, at) =>
    noise.has(first) || interjections.has(first) ? [] : passagesFrom(at, sentences, { noise, interjections }),
  );
}

function passagesFrom(
  at: number,
  sentences: readonly Sentence[],
  skip: { noise: ReadonlySet<Sentence>; interjections: ReadonlySet<Sentence> },
): Passage[] {
  const first = sentences[at];
  const passages: Passage[] = [];
  for (let end = at; first && end < sentences.length; end++) {
    const last = sentences[end];
    if (
      !last ||
      skip.noise.has(last) ||
      last.to - first.from > WORDS.max ||
      !continues(first, last, skip.interjections)
    )
      break;
    const endsWell = !skip.interjections.has(last);
    if (endsWell && last.to - first.from >= WORDS.min)
      passages.push({ sentences: sentences.slice(at, end + 1), from: first.from, to: last.to });
  }
  return passages;
}

/** Whether `next` belongs to what began with `first`: the same turn, or one that an unnamed interjection cut in two. */
function continues(first: Sentence, next: Sentence, interjections: ReadonlySet<Sentence>): boolean {
  if (next.turn === first.turn || interjections.has(next)) return next.speaker === first.speaker;
  return (
    next.speaker === undefined &&
    first.speaker === undefined &&
    (next.turn - first.turn) % 2 === 0 &&
    next.turn - first.turn <= 4
  );
}

function findInterjections(sentences: readonly Sentence[]): Set<Sentence> {
  const wordsOfTurn = new Map<number, number>();
  for (const { turn, words } of sentences) wordsOfTurn.set(turn, (wordsOfTurn.get(turn) ?? 0) + words.length);
  return new Set(
    sentences.filter(
      ({ turn, speaker }) => speaker === undefined && turn > 0 && (wordsOfTurn.get(turn) ?? 0) <= INTERJECTION_WORDS,
    ),
  );
}
