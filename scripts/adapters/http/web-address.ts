import { UnfitAnswer } from './http-failure.ts';

const MAX_REDIRECTS = 5;

/** An http or https address, without its fragment. Throws an `UnfitAnswer` for what is none. */
export function webAddress(address: string, base?: URL): URL {
  const url = URL.parse(address, base);
  if (!url) throw new UnfitAnswer('this is not a web address; check it in shows.yaml');
  url.hash = '';
  if (url.protocol === 'http:' || url.protocol === 'https:') return url;
  throw new UnfitAnswer(`only http and https are read, not "${url.protocol}"; check the address in shows.yaml`);
}

/** Where a redirect leads; `visited` has all addresses that were asked, `from` included. Throws an `UnfitAnswer` in a circle. */
export function nextHop(location: string, from: URL, visited: readonly string[]): URL {
  const url = webAddress(location, from);
  const advice = 'open it in a browser and put the address where it ends in shows.yaml';
  if (visited.includes(url.href)) throw new UnfitAnswer(`the redirects lead in a circle; ${advice}`);
  if (visited.length > MAX_REDIRECTS) throw new UnfitAnswer(`more than ${MAX_REDIRECTS} redirects; ${advice}`);
  return url;
}
