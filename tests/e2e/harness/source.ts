/** Functions as text, to be run elsewhere. */

/** JSON, except that `undefined` stays what it is. */
function asSource(value: unknown): string {
  return value === undefined ? 'undefined' : JSON.stringify(value);
}

/**
 * The call of a function as an expression.
 * @param before source texts of arguments that come before the others
 */
export function asExpression(
  fn: (...args: never[]) => unknown,
  args: readonly unknown[],
  before: readonly string[] = [],
): string {
  // Compilers with "keep names" (esbuild) leave calls of a helper named __name in the function's source.
  return `(() => { const __name = (fn) => fn; return (${fn})(${[...before, ...args.map(asSource)].join(', ')}); })()`;
}
