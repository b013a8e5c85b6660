import { fingerprintsIn, type InspectedExchange } from './inspect';

const isWorking = ({ diagnosis, kind }: InspectedExchange) =>
  kind === 'api-call' && (diagnosis.state === 'clean' || diagnosis.state === 'notice');

/**
 * The working call that tells most about a failing one: of the same endpoint and method, with the same key if there
 * is one, and the nearest in time among those.
 */
export function workingPartner(
  failing: InspectedExchange,
  candidates: readonly InspectedExchange[],
): InspectedExchange | undefined {
  const { request, startedDateTime } = failing.exchange;
  const keys = new Set(fingerprintsIn(failing.exchange));
  const rank = ({ exchange }: InspectedExchange) => {
    const other = exchange.request;
    const isSameCall = other.method === request.method && other.url.path === request.url.path;
    const hasSameKey = fingerprintsIn(exchange).some((fingerprint) => keys.has(fingerprint));
    return (isSameCall ? 2 : 0) + (hasSameKey ? 1 : 0);
  };
  const distance = ({ exchange }: InspectedExchange) => Math.abs(exchange.startedDateTime - startedDateTime);
  return candidates
    .filter(isWorking)
    .toSorted((one, other) => rank(other) - rank(one) || distance(one) - distance(other))[0];
}
