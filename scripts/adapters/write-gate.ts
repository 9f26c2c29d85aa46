/** Lets writes through until it is closed; then what has begun is finished, and nothing else ever begins. */
export interface WriteGate {
  /** Resolves when writing may begin, which inside of what has begun is at once; never, if the gate is closed. */
  enter(): Promise<void>;
  leave(): void;
  /** Resolves when nothing is being written any more. */
  close(): Promise<void>;
}

export function createWriteGate(): WriteGate {
  let underWay = 0;
  let isClosed = false;
  const idle = Promise.withResolvers<undefined>();
  return {
    enter() {
      if (isClosed && underWay === 0) return new Promise(() => {});
      underWay++;
      return Promise.resolve();
    },
    leave() {
      underWay--;
      if (isClosed && underWay === 0) idle.resolve(undefined);
    },
    close() {
      isClosed = true;
      if (underWay === 0) idle.resolve(undefined);
      return idle.promise;
    },
  };
}
