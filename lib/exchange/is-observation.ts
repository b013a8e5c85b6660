import { type Guard, isBoolean, isNumber, isObjectOf, isOneOf, isText, isTrue } from './guards';
import { isExchange, isInitiator, isResponseBody, isWritten } from './is-exchange';
import { isUrl } from './is-request';
import type { EntryOrder, HarObservation, HarPlace, ProbeObservation } from './observation';

const isOrder = isObjectOf<EntryOrder>(
  { since: isNumber, asked: isNumber, index: isNumber, count: isNumber },
  { tied: isNumber },
);

/** Whether a value has the shape of an entry that DevTools told, down to the last fact. */
export const isHarObservation: Guard<HarObservation> = isObjectOf<HarObservation>(
  { type: isOneOf('har-entry'), entryId: isText, exchange: isExchange, viaServiceWorker: isBoolean },
  { order: isOrder },
);

/** Whether a value has the shape of the place of an entry. */
export const isHarPlace: Guard<HarPlace> = isObjectOf<HarPlace>(
  { type: isOneOf('har-place'), entryId: isText, group: isText },
  { order: isOrder },
);

/** Whether a value has the shape of a call that the page probe told, down to the last fact. */
export const isProbeObservation: Guard<ProbeObservation> = isObjectOf<ProbeObservation>(
  {
    type: isOneOf('probe-call'),
    probeId: isText,
    tabId: isNumber,
    frameId: isNumber,
    method: isText,
    url: isUrl,
    initiator: isInitiator,
    at: isNumber,
    written: isWritten,
    via: isOneOf('relay', 'devtools'),
  },
  {
    blocked: isTrue,
    answer: isObjectOf<NonNullable<ProbeObservation['answer']>>(
      { status: isNumber },
      { body: isResponseBody },
    ),
    ended: isOneOf('aborted', 'failed'),
  },
);
