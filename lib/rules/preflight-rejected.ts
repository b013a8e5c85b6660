import { DOCUMENTATION } from '../api/endpoints';
import {
  credentialsFault,
  type PreflightFault,
  type PreflightRequest,
  preflightFaults,
  preflightRequestOf,
} from './cors';
import { defineRule, type FindingDraft, type Location } from './rule';
import { shown } from './shown';

const LONGEST_LIST = 600;

function answerHeader(header: string): Location {
  return { type: 'response', header };
}

/** The headers that would have permitted the call, as the server would have to write them. */
function neededOf(asked: PreflightRequest) {
  return {
    origin: `Access-Control-Allow-Origin: ${asked.origin ?? '*'}`,
    methods: `Access-Control-Allow-Methods: ${shown(asked.method, 40)}`,
    headers: `Access-Control-Allow-Headers: ${shown(asked.headers.join(', '), LONGEST_LIST) || '*'}`,
  };
}

function findingOf(fault: PreflightFault, asked: PreflightRequest): FindingDraft {
  const needed = neededOf(asked);
  switch (fault.type) {
    case 'no-answer':
      return { message: 'no-answer', values: needed, location: { type: 'call' } };
    case 'upgraded':
      return { message: 'upgraded', location: { type: 'url', part: 'scheme' } };
    case 'redirect':
      return {
        message: 'redirect',
        values: { status: `${fault.status}` },
        location: answerHeader('Location'),
      };
    case 'status':
      return {
        message: 'status',
        values: { ...needed, status: `${fault.status}` },
        location: { type: 'response' },
      };
    case 'origin':
      return {
        message: fault.verdict === 'missing' ? 'origin-missing' : 'origin-other',
        values: { value: shown(fault.value), needed: needed.origin },
        location: answerHeader('Access-Control-Allow-Origin'),
      };
    case 'credentials':
      return { message: 'credentials', ...credentialsFault(fault.needed) };
    case 'method':
      return {
        message: 'method',
        values: { method: shown(fault.method, 40), needed: needed.methods },
        location: answerHeader('Access-Control-Allow-Methods'),
      };
    case 'headers':
      return {
        message: 'headers',
        values: {
          count: fault.names.length,
          first: shown(fault.names[0] ?? '', 60),
          more: fault.names.length - 1,
          names: fault.names.map((name) => `\`${shown(name, 60)}\``).join(', '),
          needed: needed.headers,
        },
        location: answerHeader('Access-Control-Allow-Headers'),
      };
    default:
      return fault satisfies never;
  }
}

/** Speaks on the call that the browser held back; on the preflight itself only where no call is known. */
export default defineRule({
  id: 'preflight-rejected',
  severity: 'error',
  documentation: DOCUMENTATION.cors,
  requires: ['kind', 'exchange', 'preflight', 'callOfPreflight', 'knownResponse'],
  check({ kind, exchange, preflight, callOfPreflight, knownResponse }) {
    if (kind === 'preflight') {
      if (callOfPreflight !== undefined) return [];
      const asked = preflightRequestOf(exchange, undefined);
      return preflightFaults(exchange, asked).map((fault) => findingOf(fault, asked));
    }
    if (preflight === undefined) return 'not-applicable';
    // An answered call was permitted, whatever its preflight looks like from here.
    if (knownResponse !== undefined) return [];
    const asked = preflightRequestOf(preflight, exchange);
    return preflightFaults(preflight, asked).map((fault) => findingOf(fault, asked));
  },
});
