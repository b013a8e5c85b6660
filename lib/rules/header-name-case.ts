import { DOCUMENTATION } from '../api/endpoints';
import { headerPlace, perCredential } from './per-credential';
import { defineRule } from './rule';

/** HTTP/2 and 3 send names in lower case (RFC 9113 §8.2), whatever the code wrote: `h2`, `http/2.0`, `h3-29`. */
const LOWER_CASE_PROTOCOL = /^(?:h|http[/ ]?)[23](?!\d)|quic|spdy/;

export default defineRule({
  id: 'header-name-case',
  severity: 'notice',
  documentation: DOCUMENTATION.authentication,
  requires: ['credentials', 'httpVersion', 'requestHeaders'],
  check({ credentials, httpVersion, requestHeaders }) {
    if (credentials.length === 0) return 'not-applicable';
    if (LOWER_CASE_PROTOCOL.test(httpVersion)) return 'not-applicable';
    const areAsDocumented = credentials.every(({ header, field }) => header === field);
    if (credentials.length > 0 && areAsDocumented) return [];
    // Only HTTP/2 and 3 have pseudo header fields; recordings keep them.
    if (requestHeaders.some(({ name }) => name.startsWith(':'))) return 'not-applicable';
    return perCredential(credentials, (credential) => {
      const { header, field } = credential;
      if (header === field) return [];
      return [
        { message: 'other-case', values: { header, documented: field }, location: headerPlace(credential) },
      ];
    });
  },
});
