/**
 * A method as browsers send it: they write these six in capitals and leave others as they are, so that `patch` is none
 * that a server knows. https://fetch.spec.whatwg.org/#concept-method-normalize
 */
export function normalizeMethod(method: string): string {
  return /^(?:delete|get|head|options|post|put)$/i.test(method) ? method.toUpperCase() : method;
}
