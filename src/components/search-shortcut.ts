// "/" and Ctrl-K (Cmd-K on Macs) lead to the search from anywhere.
addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.repeat || event.isComposing || !isShortcut(event)) return;
  if (event.key === '/' && isTyping()) return;
  const link = document.querySelector<HTMLAnchorElement>('a[aria-keyshortcuts]');
  const field = document.querySelector<HTMLInputElement>('form[role="search"] input[type="search"]');
  event.preventDefault();
  if (!field) return link?.click();
  field.focus();
  field.select();
});

/** Where "/" is written with Shift, that is no other shortcut. */
function isShortcut({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  if (key === '/') return !ctrlKey && !metaKey && !altKey;
  return key.toLowerCase() === 'k' && ctrlKey !== metaKey && !altKey && !shiftKey;
}

/** Whether "/" is a letter here. */
function isTyping(): boolean {
  const focused = document.activeElement;
  const isField = focused?.matches(
    'textarea, input:not([type="range"], [type="checkbox"], [type="radio"], [type="button"])',
  );
  return isField === true || (focused instanceof HTMLElement && focused.isContentEditable);
}
