/**
 * Whether `text` reads like what somebody wrote, or like `bytes` taken for an encoding that they are not in.
 * `encoding` is a name of the WHATWG's. Any bytes pass for a single-byte encoding, and many for one of two bytes a letter.
 */
export function looksDecoded(text: string, encoding: string, bytes: Uint8Array): boolean {
  if (/[\x80-\x9f\ufffd\p{Co}]/u.test(text)) return false;
  if (encoding.startsWith('utf-16')) return (text.match(/[\s\u3001\u3002\uff0c]/g)?.length ?? 0) >= text.length / 100;
  const usual = USUAL[encoding];
  const sample = sampleOf(text);
  return usual ? hasRuns(sample) && usual(unitsOf(bytes, encoding)) : hasWords(sample);
}

/** Enough to tell, from where it is no longer ASCII. */
function sampleOf(text: string): string {
  const first = Math.max(0, text.search(/[^\0-\x7f]/) - 100);
  return text.slice(first, first + 100_000);
}

/** "cafй", "Za¿ó³æ", "пРИВЕТ" and "Ïðèâåò" are no words: scripts do not mix, nor do signs and capitals stand within. */
function hasWords(text: string): boolean {
  const words = (text.match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => /[^\0-\x7f]/.test(word));
  const mixed = words.filter((word) => /\p{sc=Latin}/u.test(word) && /[\p{L}--\p{sc=Latin}]/v.test(word));
  const broken = text.match(/\p{L}[^\0-\x7f\p{L}\p{M}\p{N}‘’·\xad–—…]\p{L}|[[\p{Ll}]--[a-z]][[\p{Lu}]--[A-Z]]/gv) ?? [];
  const latin = words.filter((word) => /^\p{sc=Latin}+$/u.test(word)).join('');
  const marked = latin.match(/[^\0-\x7f]/g)?.length ?? 0;
  const isDense = marked >= 3 && marked >= latin.length * 0.8;
  return mixed.length <= words.length / 4 && broken.length <= words.length / 10 && !isDense;
}

/** Accents of Latin text swallow the letter behind them: "ch鈚eau", one sign alone among letters, all over. */
function hasRuns(text: string): boolean {
  const runs = text.match(/[^\0-\x7f]+/g) ?? [];
  const alone = text.match(/(?<=[a-z])[^\0-\x7f](?![^\0-\x7f])|(?<![^\0-\x7f])[^\0-\x7f](?=[a-z])/gi) ?? [];
  return alone.length < Math.max(1, runs.length / 2);
}

/** A letter of one or two bytes above 127. */
type Unit = readonly [lead: number, trail: number | undefined];

function unitsOf(bytes: Uint8Array, encoding: string): Unit[] {
  const units: Unit[] = [];
  for (let index = 0; index < bytes.length && units.length < 5000; index++) {
    const lead = bytes[index]!;
    if (lead < 0x80) continue;
    const isSingle = encoding === 'shift_jis' && lead >= 0xa1 && lead <= 0xdf;
    units.push([lead, isSingle ? undefined : bytes[++index]]);
  }
  return units;
}

const between = (from: number, to: number, value = 0) => value >= from && value <= to;
const share = (units: readonly Unit[], test: (lead: number, trail: number) => boolean) =>
  units.length === 0 ? 0 : units.filter(([lead, trail]) => test(lead, trail ?? 0)).length / units.length;
/** Fewer letters show no habits. */
const FEW = 8;

/** Where the letters of a language are in the tables of its encoding. */
const USUAL: Record<string, (units: readonly Unit[]) => boolean> = {
  gbk: isChinese,
  gb18030: isChinese,
  // Of the rows of Hangul, and signs.
  'euc-kr': (units) =>
    share(units, (lead, trail) => trail >= 0xa1 && (between(0xb0, 0xc8, lead) || lead <= 0xa3)) >= 0.9,
  // Half of the letters have a second byte of ASCII, which no other of these encodings has.
  big5: (units) =>
    share(units, (lead) => between(0xa1, 0xc6, lead) || between(0xc9, 0xf9, lead)) >= 0.95 &&
    (units.length < FEW ||
      between(
        0.1,
        0.9,
        share(units, (_, trail) => trail < 0x7f),
      )),
  // No Japanese without kana, and hardly any in half width.
  shift_jis: (units) =>
    share(units, (_, trail) => trail === 0) <= 0.3 &&
    (units.length < FEW || share(units, (lead, trail) => lead === 0x83 || (lead === 0x82 && trail >= 0x9f)) >= 0.1),
  'euc-jp': (units) => share(units, (lead) => lead === 0xa4 || lead === 0xa5) >= 0.1,
};

/** Simplified characters and signs; kana would be Japanese, and nothing but the first third is what Korean looks like. */
function isChinese(units: readonly Unit[]): boolean {
  const letters = units.filter(([lead]) => lead >= 0xb0);
  return (
    share(units, (lead, trail) => between(0xa1, 0xf7, lead) && trail >= 0xa1) >= 0.9 &&
    share(units, (lead) => lead === 0xa4 || lead === 0xa5) <= 0.1 &&
    (letters.length < FEW || share(letters, (lead) => lead <= 0xc8) < 0.9)
  );
}
