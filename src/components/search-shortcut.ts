// "/" and Ctrl-K (Cmd-K on Macs) lead to the search from anywhere.
addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.repeat || event.isComposing || !isShortcut(event) || isTyping()) return;
  const link = document.querySelector<HTMLAnchorElement>('a[aria-keyshortcuts]');
  const field = document.querySelector<HTMLInputElement>('[data-search] input[type="search"]');
  if (!link) return;
  event.preventDefault();
  if (field) field.select();
  else link.click();
});

/** Where "/" is written with Shift, that is no other shortcut. */
function isShortcut({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  if (key === '/') return !ctrlKey && !metaKey && !altKey;
  return key.toLowerCase() === 'k' && ctrlKey !== metaKey && !altKey && !shiftKey;
}

function isTyping(): boolean {
  const focused = document.activeElement;
  return focused instanceof HTMLElement && (focused.isContentEditable || focused.matches('input, textarea, select'));
}
