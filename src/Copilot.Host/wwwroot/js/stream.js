// A stream of values in the shape that Web Chat subscribes to; it may have several subscribers.

/** With a first value a new subscriber hears the last one; without, what came before the first subscriber waits for it. */
export function stream(first) {
  const observers = new Set();
  let last = first;
  let waiting = [];
  return {
    next(value) {
      last = value;
      if (first === undefined && observers.size === 0) waiting.push(value);
      for (const observer of [...observers]) observer.next?.(value);
    },
    subscribe(observerOrNext) {
      const observer = typeof observerOrNext === 'function' ? { next: observerOrNext } : observerOrNext;
      observers.add(observer);
      const early = first === undefined ? waiting : [last];
      waiting = [];
      for (const value of early) observer.next?.(value);
      return { unsubscribe: () => observers.delete(observer) };
    },
  };
}

/** One value that arrives later. */
export const once = promise => ({
  subscribe(observerOrNext, onError) {
    const observer = typeof observerOrNext === 'function' ? { next: observerOrNext, error: onError } : observerOrNext;
    let open = true;
    promise.then(
      value => { if (open) { observer.next?.(value); observer.complete?.(); } },
      error => { if (open) observer.error?.(error); });
    return { unsubscribe: () => { open = false; } };
  },
});
