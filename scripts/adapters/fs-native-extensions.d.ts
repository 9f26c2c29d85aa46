declare module 'fs-native-extensions' {
  /** An exclusive lock, which the kernel releases with the descriptor; `false` where another one holds it. */
  export function tryLock(fd: number, offset?: number, length?: number, options?: { shared?: boolean }): boolean;
}
