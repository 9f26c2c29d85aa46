/** "traffic.megaphone.fm/" at the head of an address or within it, but no "redirect.mp3/" or "v1.2/". */
const HOST = /(?:^|[/?=])((?:[a-z0-9-]+\.)+[a-z]{2,24}(?::\d+)?)(?=\/[^/])/gi;
const MAX_LENGTH = 2000;

/** What of an address tells where it leads; parts that tell nothing are absent. */
export interface AddressKey {
  whole?: string | undefined;
  /** Without the query: the same where only a stamp or a signature changes, but also for "download.php?id=5" and "?id=6". */
  path?: string | undefined;
}

/**
 * What stays of an address when a host changes its scheme, or puts the redirects of those who count listeners before it:
 * "https://pdst.fm/e/chrt.fm/track/A/cdn.example/1.mp3" is "cdn.example/1.mp3". A home page tells nothing.
 */
export function addressKeyOf(address: string | undefined): AddressKey {
  const url = address === undefined ? null : URL.parse(address);
  if (!url) return {};
  const [path = '', query = ''] = fromLastHost(decoded(`${url.host}${url.pathname}${url.search}`)).split(/[?&#](.*)/s);
  const bare = path.replace(/^www\./, '').replace(/(?<!\/)\/+$/, '');
  const leadsSomewhere = bare.includes('/');
  return { path: leadsSomewhere ? bare : undefined, whole: leadsSomewhere || query ? `${bare}?${query}` : undefined };
}

function fromLastHost(text: string): string {
  const last = [...text.slice(0, MAX_LENGTH).matchAll(HOST)].at(-1);
  return last ? text.slice(last.index + last[0].length - last[1]!.length) : text;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // "100%.mp3"
  }
}
