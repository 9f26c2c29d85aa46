import { writeClipboard } from './write-clipboard.ts';

// Puts a button beside each address of a feed that copies it. Without this script the addresses are links, to be copied by hand.
const announcer = document.querySelector('[data-copy-state]');
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-copy]')) link.after(buttonFor(link));

function buttonFor(link: HTMLAnchorElement): HTMLButtonElement {
  const button = document.createElement('button');
  const name = link.dataset['copy'] ?? '';
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'Copy';
  button.setAttribute('aria-label', `Copy the address of ${name}`);
  let timer: ReturnType<typeof setTimeout> | undefined;
  button.addEventListener('click', async () => {
    const done = await writeClipboard(link.href);
    if (!done) select(link);
    button.textContent = done ? 'Copied' : 'Copy';
    announce(
      done ? `Copied: the address of ${name}` : 'Your browser does not let this page copy. The address is selected.',
    );
    clearTimeout(timer);
    timer = setTimeout(() => (button.textContent = 'Copy'), 2000);
  });
  return button;
}

function select(link: HTMLAnchorElement): void {
  // A short name is no address.
  link.textContent = link.href;
  getSelection()?.selectAllChildren(link);
}

/** The same words twice are read out only once: they are taken away before. */
function announce(message: string): void {
  if (!announcer) return;
  announcer.textContent = '';
  setTimeout(() => (announcer.textContent = message), 50);
}
