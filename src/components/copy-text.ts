import { writeClipboard } from './write-clipboard.ts';

// Buttons that copy a text, with its source, to the clipboard.
for (const group of document.querySelectorAll<HTMLElement>('[data-copying]')) {
  const said = group.querySelector('[data-copied]');
  for (const button of group.querySelectorAll<HTMLElement>('[data-copy]'))
    button.addEventListener('click', async () => {
      const text = button.dataset['copy'] ?? '';
      const copied = (await writeClipboard(text)) || copySelected(text);
      if (!said) return;
      // The same words twice are read out only once: they are taken away before.
      said.textContent = '';
      setTimeout(() => (said.textContent = copied ? 'Copied' : 'The browser does not let this page copy.'), 50);
    });
  group.hidden = false;
}

/** For pages without a certificate, and browsers that ask for a permission first. */
function copySelected(text: string): boolean {
  const area = document.createElement('textarea');
  const focused = document.activeElement;
  area.value = text;
  area.className = 'visually-hidden';
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}
