interface Places {
  input: HTMLInputElement;
  /** The links of what was found, in their order. */
  links: () => Iterable<HTMLElement>;
  more: HTMLElement;
}

/** Arrows lead from the field through the results and back, Escape to the field, and once more empties it. */
export function listenToKeys({ input, links, more }: Places, clear: () => void): void {
  const stops = (): HTMLElement[] => [input, ...links(), ...(more.hidden ? [] : [more])];
  addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const at = stops().indexOf(document.activeElement as HTMLElement);
    if (at < 0) return;
    const act = ACTIONS[event.key]?.(at, stops());
    if (act === undefined) return;
    event.preventDefault();
    if (act !== input) return act.focus();
    if (at === 0) clear();
    input.focus();
    input.select();
  });
}

/** Where a key leads from the stop number `at`. */
const ACTIONS: Record<string, (at: number, stops: readonly HTMLElement[]) => HTMLElement | undefined> = {
  ArrowDown: (at, stops) => stops[at + 1],
  ArrowUp: (at, stops) => stops[at - 1],
  Escape: (_at, stops) => stops[0],
};
