import type { Exchange } from '../exchange/exchange';
import { presentValue } from '../exchange/presence';
import { REDACTED } from '../exchange/redact';
import { shown } from '../rules/shown';

/** The headers by which a server’s or a gateway’s support finds a call; the server’s own come first. */
const NAMES = [/^(?:x-)?(?:infuzu-)?request-id$/i, /^(?:x-amzn-requestid|cf-ray)$/i];

/** `x-request-id: req_1`, of the answer. */
export function requestIdText({ response }: Exchange): string | undefined {
  const headers = (presentValue(response)?.headers ?? []).filter(
    ({ value }) => value !== '' && !value.includes(REDACTED),
  );
  const [id] = NAMES.flatMap((pattern) => headers.find(({ name }) => pattern.test(name)) ?? []);
  return id && `${id.name}: ${shown(id.value)}`;
}
