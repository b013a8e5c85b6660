/**
 * The three ways to authenticate.
 * Source: https://docs.infuzu.com/authentication.html
 */

/** The documented header names, as the documentation writes them. Exactly one of them belongs on a call. */
export const AUTH_HEADERS = ['Infuzu-API-Key', 'X-Infuzu-API-Key', 'Authorization'] as const;
export type AuthHeader = (typeof AUTH_HEADERS)[number];

const BY_LOWER_CASE = new Map<string, AuthHeader>(AUTH_HEADERS.map((name) => [name.toLowerCase(), name]));

/** Which documented header a field name is. Names compare without case (RFC 9110 §5.1). */
export function authHeaderOf(fieldName: string): AuthHeader | undefined {
  return BY_LOWER_CASE.get(fieldName.toLowerCase());
}
