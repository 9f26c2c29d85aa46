/** What of other packages is in the built site, and what their licences want to go with it. */
export interface ShippedPackage {
  name: string;
  what: string;
  /** The text of its licence, in the package. */
  file: string;
  /** Its copyright as the files themselves have it, where the licence file of the package says less. */
  copyright?: string;
}

export const SHIPPED_PACKAGES: readonly ShippedPackage[] = [
  {
    name: '@fontsource-variable/public-sans',
    what: 'The fonts of headings and margins, cut to the characters that are shown',
    file: 'LICENSE',
  },
  {
    name: '@fontsource-variable/source-serif-4',
    what: 'The fonts of text, cut to the characters that are shown',
    file: 'LICENSE',
    copyright: '© 2014 - 2021 Adobe Systems Incorporated (http://www.adobe.com/), with Reserved Font Name ‘Source’.',
  },
  {
    name: 'pagefind',
    what: 'The search: the files in pagefind/, but for the words of this site',
    file: 'LICENSE/LICENSE',
  },
];
