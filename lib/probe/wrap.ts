const { apply } = Reflect;

/** Puts a Proxy in the place of a native function: name, length and prototype stay; its text has no name. */
export function wrap<F extends (...args: never[]) => unknown>(
  owner: object,
  name: string,
  run: (call: () => unknown, self: unknown, args: unknown[]) => unknown,
): void {
  const descriptor = Object.getOwnPropertyDescriptor(owner, name);
  const native: unknown = descriptor?.value;
  if (typeof native !== 'function') return;
  const proxy = new Proxy(native as F, {
    apply: (target, self, args: unknown[]) => run(() => apply(target, self, args), self, args),
  });
  Object.defineProperty(owner, name, { ...descriptor, value: proxy });
}
