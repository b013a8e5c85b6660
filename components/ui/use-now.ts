import { useEffect, useState } from 'preact/hooks';
import type { EpochMilliseconds, Milliseconds } from '../../lib/api/units';

/** The time now, while something runs; it stands still otherwise. */
export function useNow(running: boolean, every: Milliseconds = 200): EpochMilliseconds {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!running) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [running, every]);
  return now;
}
