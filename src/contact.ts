/** How somebody is reached: what a link says, and where it leads. */
export interface Contact {
  text: string;
  url: string;
}

/**
 * `WINNOW_CONTACT` as a link: a web address, or a mail address that whoever set it wants to be written to. `undefined` where it is
 * neither, or has a login in it.
 */
export function readContact(setting: string | undefined): Contact | undefined {
  const text = setting?.trim().replace(/^mailto:/i, '') ?? '';
  if (/^[^\s@<>"'/:]+@[^\s@<>"'/:]+\.[^\s@<>"'/:]{2,}$/.test(text))
    return { text, url: `mailto:${text.split('@').map(encodeURIComponent).join('@')}` };
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
  return { text: `${url.host}${url.pathname.replace(/\/$/, '')}`, url: url.href };
}
