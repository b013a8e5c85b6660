import type { Exchange } from '../exchange/exchange';
import { presentValue } from '../exchange/presence';
import type { ErrorCodeTexts, HeadlineKey } from '../messages/diagnosis-texts';
import type { Diagnosis } from './diagnosis';

/** True when the record holds what the rules look at for this code: then what they did not find is not there. */
function isJudged({ request, partial }: Exchange, code: string): boolean {
  switch (code) {
    case 'invalid_request_body':
    case 'missing_required_field':
    case 'invalid_field':
      return request.headers.status === 'present' && presentValue(request.body)?.kind.type === 'json-object';
    case 'unsupported_media_type':
      return request.headers.status === 'present';
    default:
      return !partial && (presentValue(request.credentials)?.every(({ redacted }) => !redacted) ?? false);
  }
}

/** What is left of the likely causes of an error code, and its remedy where the request may still be at fault. */
export interface PossibleCauses {
  readonly causes: readonly string[];
  readonly remedy?: string;
}

/** These rule out what the code itself may mean: no key was asked for, or it is good. */
const SETTLED = new Set<HeadlineKey>(['login-refused', 'key-accepted']);

/** Leaves out what the record rules out; all of it where a finding names the cause and its own remedy. */
export function possibleCauses(
  exchange: Exchange,
  { findings, headline }: Pick<Diagnosis, 'findings' | 'headline'>,
  code: string,
  { inRequest, beyond, remedy }: ErrorCodeTexts,
): PossibleCauses {
  if (headline.from === 'diagnosis' && SETTLED.has(headline.key)) return { causes: [] };
  if (inRequest.length === 0) return { causes: beyond, remedy };
  if (findings.some(({ predicts }) => predicts?.code === code)) return { causes: [] };
  // Another fault of the request may be the true cause.
  const isSound = !findings.some(({ severity }) => severity === 'error');
  return isSound && isJudged(exchange, code)
    ? { causes: beyond }
    : { causes: [...inRequest, ...beyond], remedy };
}
