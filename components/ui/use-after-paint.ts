import { useEffect, useState } from 'preact/hooks';

/**
 * A value that follows once what else shows it is painted: for what is dear to draw, and nobody waits for. Preact has no
 * `useDeferredValue`, but runs effects after the paint. https://preactjs.com/guide/v10/hooks/#useeffect
 * @param first what stands for it until then
 */
export function useAfterPaint<Value>(value: Value, first: Value): Value {
  const [painted, setPainted] = useState(first);
  useEffect(() => setPainted(() => value), [value]);
  return painted;
}
