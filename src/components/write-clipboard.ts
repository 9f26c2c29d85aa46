/** Puts `text` on the clipboard; false where the browser refuses, as on pages that are not secure, or where the reader said so. */
export const writeClipboard = (text: string): Promise<boolean> =>
  navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  ) ?? Promise.resolve(false);
