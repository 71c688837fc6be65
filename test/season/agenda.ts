/** What is to come, in order of time; what was entered first comes first at one moment. Times are epoch milliseconds. */
export type Agenda<T> = {
  readonly add: (at: number, what: T) => void;
  /** Gives the earliest, or null when there is none. */
  readonly next: () => { readonly at: number; readonly what: T } | null;
};

type Entry<T> = { readonly at: number; readonly order: number; readonly what: T };

/** A binary heap. */
export function openAgenda<T>(): Agenda<T> {
  const heap: Entry<T>[] = [];
  let entered = 0;
  const swap = (a: number, b: number): void => {
    const [x, y] = [heap[a], heap[b]];
    if (x && y) [heap[a], heap[b]] = [y, x];
  };
  const isSooner = (a: number, b: number): boolean => {
    const [x, y] = [heap[a], heap[b]];
    return x !== undefined && y !== undefined && (x.at - y.at || x.order - y.order) < 0;
  };
  return {
    add: (at, what) => {
      entered += 1;
      let place = heap.push({ at, order: entered, what }) - 1;
      while (place > 0 && isSooner(place, (place - 1) >> 1)) {
        swap(place, (place - 1) >> 1);
        place = (place - 1) >> 1;
      }
    },
    next: () => {
      const first = heap[0];
      const last = heap.pop();
      if (first === undefined || last === undefined) return null;
      if (heap.length > 0) heap[0] = last;
      for (let place = 0; ; ) {
        const child = isSooner(2 * place + 2, 2 * place + 1) ? 2 * place + 2 : 2 * place + 1;
        if (child >= heap.length || !isSooner(child, place)) return first;
        swap(child, place);
        place = child;
      }
    },
  };
}
