/** An address as it may be shown: a password has no place in messages, nor in the links of a feed, which are resolved against the address that answered. */
export function withoutLogin(address: string): string {
  const url = URL.parse(address);
  // A "/" in a password that is not written as "%2F" makes it no address at all.
  if (!url) return address.replace(/^(https?:\/\/).*@/is, '$1');
  if (!url.username && !url.password) return address;
  url.username = url.password = '';
  return url.href;
}
