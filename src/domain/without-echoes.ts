import { decoded } from './random-text.ts';
import { isKeyIn, isKeyPartIn, pairsOf } from './secret-address.ts';
import { maskAddress } from './without-secrets.ts';

/** Shorter ones may be words. */
const SHORTEST_LITERAL = 6;
/** What addresses of podcasts are made of, and messages too. */
const ORDINARY = /^(?:feeds?|podcasts?|episodes?|audio|public|private|premium|transcripts?|chapters?)(?:\.\w{2,5})?$/i;

/**
 * A text without the secret addresses `of`, of which no more than masked ones stay, and with "…" for their secrets
 * wherever they stand: hosts repeat what they were asked. Where no rule tells which part is the secret (`whole`),
 * nothing but the host stays, and every part that is no ordinary word of addresses is taken for one.
 */
export function withoutEchoes(text: string, of: readonly string[], { whole = false } = {}): string {
  const shown = of.reduce((rest, address) => {
    const masked = whole ? hostOnly(address) : maskAddress(address, { ofSecretFeed: true });
    return [address, URL.parse(address)?.href ?? address].reduce((left, form) => left.replaceAll(form, masked), rest);
  }, text);
  const secrets = of.flatMap((address) => secretsIn(address, whole));
  const hidden = secrets.reduce((rest, secret) => rest.replaceAll(secret, '…'), shown);
  return secrets.reduce(withoutEnds, hidden);
}

/** What is quoted of an answer is cut to a length, whatever it cuts in two. */
function withoutEnds(text: string, secret: string): string {
  let rest = text;
  for (let length = secret.length - 1; length >= SHORTEST_LITERAL; length--)
    rest = rest.replaceAll(`${secret.slice(0, length)}"`, '…"').replaceAll(`"${secret.slice(-length)}`, '"…');
  return rest;
}

/** An address of which nothing but the host may be known. */
export const hostOnly = (address: string): string => {
  const url = URL.parse(address);
  return url ? `${url.protocol}//${url.host}/…` : '…';
};

/** The secrets of an address themselves, as written and decoded; the longest first. */
function secretsIn(address: string, whole: boolean): string[] {
  const url = URL.parse(address);
  if (!url) return [];
  const isPart = whole ? (part: string) => !ORDINARY.test(part) : isKeyPartIn(url, { ofSecretFeed: true });
  const secrets = [
    url.username,
    url.password,
    ...pairsOf(url)
      .filter(whole ? ({ value }) => !ORDINARY.test(value) : isKeyIn(url))
      .map(({ value }) => value),
    ...url.pathname.split('/').filter((part) => isPart(part)),
  ];
  const written = [...new Set(secrets.flatMap((secret) => [secret, decoded(secret), encodeURIComponent(secret)]))];
  return written.filter(({ length }) => length >= SHORTEST_LITERAL).toSorted((a, b) => b.length - a.length);
}
