/** The package has no types of its own. */
declare module 'spdx-satisfies' {
  /** Whether an SPDX expression can be met with the approved licences. Throws where it is no such expression. */
  export default function satisfies(expression: string, approved: readonly string[]): boolean;
}
