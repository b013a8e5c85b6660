import type { ApiError } from './errors';
import type { Misbehaviour } from './misbehaviour';
import { rawHeader } from './receive';
import type { ReceivedRequest } from './types';

const MAX_ECHO = 2_000;

/** What `echo=` names: the call's id, its body, or the value of one of its header fields. */
function echoedText(request: ReceivedRequest, what: string): string {
  if (what === 'id') return request.id;
  if (what === 'body') return request.body.slice(0, MAX_ECHO);
  return rawHeader(request.rawHeaders, what.toLowerCase()) ?? '';
}

/** The sentence that careless servers put into their messages. */
export function echoSentence(request: ReceivedRequest, ask: Misbehaviour): string | undefined {
  return ask.echo === undefined ? undefined : `Received: ${echoedText(request, ask.echo)}`;
}

export function withEcho(error: ApiError, request: ReceivedRequest, ask: Misbehaviour): ApiError {
  const sentence = echoSentence(request, ask);
  return sentence === undefined ? error : { ...error, message: `${error.message} ${sentence}` };
}

/** The text of `echo-field=`; as a header value it has to be percent-encoded where it is no printable ASCII. */
export function echoedField(request: ReceivedRequest, ask: Misbehaviour): string | undefined {
  if (ask.echoField === undefined) return undefined;
  return echoedText(request, ask.echoField).replace(/[^\x20-\x7e]/g, (character) =>
    encodeURIComponent(character),
  );
}
