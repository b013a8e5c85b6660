/** What the two browsers do differently, each line measured; the scenarios ask here in place of asking which browser it is. */
export interface Truth {
  readonly name: 'Chromium' | 'Firefox';
  /** Where the stand-in speaks HTTP/2: names can be mapped to ports in Chromium only. */
  readonly h2: (h2Port: number) => string;
  /** Whether of 200 equal calls with equal answers each gets its body, or some stay ambiguous. */
  readonly equalCalls: 'all-told' | 'some-ambiguous';
}

export const CHROMIUM: Truth = {
  name: 'Chromium',
  h2: () => 'https://h2.infuzu.com',
  equalCalls: 'all-told',
};

export const FIREFOX: Truth = {
  name: 'Firefox',
  h2: (port) => `https://h2.infuzu.com:${port}`,
  equalCalls: 'some-ambiguous',
};
