import type { Credential } from './credential';
import type { Exchange } from './exchange';
import { presentValue } from './presence';
import { REDACTED } from './redact';

/** Secrets that stand in facts as masks or marks, by where they stood. */
export interface MaskedCounts {
  /** Keys in headers. */
  readonly credentials: number;
  readonly urlSecrets: number;
  /** Values of other fields that carry a secret by their nature. */
  readonly otherSecrets: number;
}

export function credentialsOf({ request }: Exchange): readonly Credential[] {
  return (presentValue(request.credentials) ?? []).filter(({ fingerprint }) => fingerprint !== '');
}

function otherSecretsOf(exchange: Exchange): number {
  const { request, response } = exchange;
  const fields = [...(presentValue(request.headers) ?? []), ...(presentValue(response)?.headers ?? [])];
  const own = credentialsOf(exchange);
  const isKey = (name: string) => own.some(({ header }) => header === name);
  return fields.filter(({ name, value }) => value === REDACTED && !isKey(name)).length;
}

const sum = (exchanges: readonly Exchange[], count: (exchange: Exchange) => number) =>
  exchanges.reduce((total, exchange) => total + count(exchange), 0);

/** How many secrets the facts of some exchanges show as masked. */
export function maskedIn(exchanges: readonly Exchange[]): MaskedCounts {
  return {
    credentials: sum(exchanges, (exchange) => credentialsOf(exchange).length),
    urlSecrets: sum(exchanges, ({ request }) => request.url.secrets.length),
    otherSecrets: sum(exchanges, otherSecretsOf),
  };
}

/** How many bodies there were whose contents no fact holds. */
export function withContents(exchanges: readonly Exchange[]): number {
  return sum(exchanges, ({ request, response }) => {
    const answer = presentValue(response);
    const bodies = [presentValue(request.body), answer && presentValue(answer.body)];
    return bodies.filter((body) => body !== undefined && body.size > 0).length;
  });
}
