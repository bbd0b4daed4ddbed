interface Afterwards<T> {
  /** Hears an answer that came after the limit. */
  readonly late: (answer: T) => void;
  /** Hears that the call failed after the limit. */
  readonly failed: (error: unknown) => void;
}

const UNHEARD: Afterwards<unknown> = { late: () => undefined, failed: () => undefined };

/** The answer of a call, or something else instead when it takes longer than the limit. The call itself goes on. */
export function withinLimit<T>(
  call: Promise<T>,
  limitMs: number,
  instead: T,
  afterwards: Afterwards<T> = UNHEARD,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let over = false;
    const timer = setTimeout(() => {
      over = true;
      resolve(instead);
    }, limitMs);
    call.then(
      (answer) => {
        clearTimeout(timer);
        if (over) afterwards.late(answer);
        else resolve(answer);
      },
      (error: unknown) => {
        clearTimeout(timer);
        if (over) afterwards.failed(error);
        else reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}
