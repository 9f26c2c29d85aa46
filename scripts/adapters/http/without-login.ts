/** An address that is still of use, without its login, which has no place in the links that are resolved against it. */
export function withoutLogin(address: string): string {
  const url = new URL(address);
  if (!url.username && !url.password) return address;
  url.username = url.password = '';
  return url.href;
}
