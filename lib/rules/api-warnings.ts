import { DOCUMENTATION } from '../api/endpoints';
import type { ApiMessage } from '../exchange/response-body';
import { defineRule } from './rule';
import { shown } from './shown';

const LONGEST_CODE = 60;

/** `code`: message. */
function lineOf({ code, message }: ApiMessage): string {
  const name = code === '' ? '' : `\`${shown(code, LONGEST_CODE)}\``;
  const text = shown(message, 300);
  return name !== '' && text !== '' ? `${name}: ${text}` : name || text;
}

export default defineRule({
  id: 'api-warnings',
  severity: 'warning',
  documentation: DOCUMENTATION.authentication,
  requires: ['kind', 'responseBody'],
  check({ kind, responseBody: { warnings } }) {
    if (kind !== 'api-call') return 'not-applicable';
    const [first] = warnings;
    if (first === undefined) return [];
    const values = {
      count: warnings.length,
      first: shown(first.code || first.message, LONGEST_CODE),
      list: warnings.map(lineOf).join('; '),
    };
    return [{ message: 'listed', values, location: { type: 'response' } }];
  },
});
