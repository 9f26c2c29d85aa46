/** Not "@ada@social.example", by which somebody is found in the fediverse. */
const EMAIL =
  /(?<!(?<![\p{L}\d])@)(?<![\p{L}\d.+%_-])[\p{L}\d](?:[\p{L}\d.%'+_-]{0,63})@(?:[\p{L}\d](?:[\p{L}\d-]{0,62})\.){1,8}\p{L}{2,24}(?![\p{L}\d])/gu;

/** Whether a text has an e-mail address in it. */
export const holdsEmail = (text: string): boolean => text.search(EMAIL) >= 0;

/** A text with "…" for every e-mail address in it: the words stay. */
export const withoutEmails = (text: string): string => text.replace(EMAIL, '…');

/** The name of somebody whom a feed calls "a@example.org (Ada)" or "Ada <a@example.org>"; empty where there is none. */
export function nameWithoutEmail(name: string): string {
  if (!holdsEmail(name)) return name;
  const words = name
    .replace(EMAIL, ' ')
    .replace(/mailto:/gi, ' ')
    .replace(/[<(["]\s*[>)\]"]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/(?:\s*[,;])*\s*(?=[,;])/g, '')
    .trim();
  return words.replace(/^[([<"](.*)[)\]>"]$/, '$1').replace(/^[\s,;:|-]+|[\s,;:|-]+$/g, '');
}
