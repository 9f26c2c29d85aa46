/** So many braces that open nothing are passed over; a reply with more is no answer. */
const MOST_FALSE_STARTS = 200;

/**
 * The items of `{ "<name>": […] }` in a reply, whatever stands around it: prose, a fence, thoughts aloud. Of a reply that
 * was cut off, the items that are complete; of a bare list, its items. `undefined` where there is no such thing.
 */
export function findItems(reply: string, name: string): unknown[] | undefined {
  const objects = objectsIn(reply.replace(/<think>[\s\S]*?<\/think>/g, ''));
  const envelope = objects.findLast((object) => Array.isArray(object[name]));
  if (envelope) return envelope[name] as unknown[];
  // The brace of an envelope that was cut off closes nothing, so its items are found one by one.
  const isList = reply.includes(`"${name}"`) || /^\s*(?:```\w*\s*)?\[/.test(reply);
  return isList && (objects.length > 0 || /\[\s*\]/.test(reply)) ? objects : undefined;
}

/** The outermost JSON objects of a text, in order. */
function objectsIn(text: string): Record<string, unknown>[] {
  const objects: Record<string, unknown>[] = [];
  let falseStarts = 0;
  for (let at = text.indexOf('{'); at >= 0 && falseStarts < MOST_FALSE_STARTS;) {
    const end = endOfObject(text, at);
    const object = end === undefined ? undefined : parse(text.slice(at, end));
    if (object) objects.push(object);
    else falseStarts++;
    at = text.indexOf('{', object && end !== undefined ? end : at + 1);
  }
  return objects;
}

/** The place after the brace that closes the one at `start`; braces inside strings do not count. */
function endOfObject(text: string, start: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let at = start; at < text.length; at++) {
    const sign = text[at];
    if (inString && sign === '\\') at++;
    else if (sign === '"') inString = !inString;
    else if (!inString && sign === '{') depth++;
    else if (!inString && sign === '}' && --depth === 0) return at + 1;
  }
  return undefined;
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
