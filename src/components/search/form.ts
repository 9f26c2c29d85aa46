/** What a search can be narrowed down by: names of fields, of filters in the index, and of parameters in the address. */
export const FILTERS = ['theme', 'show', 'person', 'year'] as const;
export type Filter = (typeof FILTERS)[number];
const FIELDS = ['q', ...FILTERS, 'sort'] as const;

/** What the form asks, as it stands in the address: fields that are empty are left out. */
export function readForm(form: HTMLFormElement): URLSearchParams {
  const asked = new URLSearchParams();
  for (const name of FIELDS) {
    const value = fieldOf(form, name).value.trim();
    if (value) asked.set(name, value);
  }
  return asked;
}

export function fillForm(form: HTMLFormElement, asked: URLSearchParams): void {
  for (const name of FIELDS) fieldOf(form, name).value = asked.get(name) ?? '';
  // A list that has no such choice shows none at all.
  for (const list of form.querySelectorAll('select')) if (list.selectedIndex < 0) list.selectedIndex = 0;
}

export function clearFilters(form: HTMLFormElement): void {
  for (const name of FILTERS) fieldOf(form, name).value = '';
}

export const isNarrowed = (asked: URLSearchParams): boolean => FILTERS.some((name) => asked.has(name));

/** The order alone asks for nothing. */
export const isAsked = (asked: URLSearchParams): boolean => asked.has('q') || isNarrowed(asked);

export const fieldOf = (form: HTMLFormElement, name: string) =>
  form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
