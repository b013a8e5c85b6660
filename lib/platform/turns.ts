/**
 * Runs work in the order in which it comes, so many at once at most. Work that never settles keeps its place: it must
 * bring its own time-out.
 */
export function createTurns(most: number): (work: () => Promise<void>) => void {
  const waiting: (() => Promise<void>)[] = [];
  let running = 0;
  const next = () => {
    if (running === most) return;
    const work = waiting.shift();
    if (work === undefined) return;
    running++;
    void work().finally(() => {
      running--;
      next();
    });
  };
  return (work) => {
    waiting.push(work);
    next();
  };
}
