/** What the harness needs of the mock API; any object of this shape will do. */
export interface ApiAddress {
  readonly ports: { readonly http: number; readonly https: number; readonly h2: number };
  /** Base64 of the SHA-256 of the certificate's public key. */
  readonly spki: string;
}
