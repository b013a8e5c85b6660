import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../lib/exchange/exchange';
import type { WebRequestObservation } from '../../../lib/exchange/observation';
import { reduceExchange } from '../../../lib/exchange/reduce-exchange';
import { observationOf, START } from '../support/web-request-of';

const fold = (observations: readonly WebRequestObservation[]): Exchange => {
  let exchange: Exchange | undefined;
  for (const observation of observations) exchange = reduceExchange(exchange, observation);
  if (!exchange) throw new Error('nothing was observed');
  return exchange;
};

const started = observationOf('onBeforeRequest');
const sent = observationOf('onSendHeaders', { timeStamp: START + 2 });
const answered = observationOf('onHeadersReceived', { timeStamp: START + 50, statusCode: 401 });
const completed = observationOf('onCompleted', { timeStamp: START + 60, statusCode: 401 });
const failed = observationOf('onErrorOccurred', { timeStamp: START + 61, error: 'net::ERR_FAILED' });

describe('a call from start to end', () => {
  it('is pending from its first event on', () => {
    expect(fold([started])).toMatchObject({
      state: 'pending',
      partial: false,
      response: { reason: 'pending' },
    });
  });

  it('knows its credentials once the headers are sent', () => {
    expect(fold([started, sent]).request.credentials).toMatchObject({
      status: 'present',
      value: [{ field: 'Infuzu-API-Key', length: 33 }],
    });
  });

  it('ends with its status and the time it took', () => {
    expect(fold([started, sent, answered, completed])).toMatchObject({
      state: 'completed',
      time: 60,
      response: { status: 'present', value: { status: 401, receivedDateTime: START + 50 } },
    });
  });

  it('keeps the status when CORS hides the answer afterwards', () => {
    expect(fold([started, sent, answered, failed])).toMatchObject({
      state: 'failed',
      error: { text: 'net::ERR_FAILED' },
      response: { status: 'present', value: { status: 401 } },
    });
  });

  // In Firefox it is a race which of the two ends such a call; here both may come, too.
  const refused = observationOf('onErrorOccurred', { timeStamp: START + 61, error: 'NS_ERROR_DOM_BAD_URI' });
  it.each([
    ['onCompleted', [completed]],
    ['onErrorOccurred', [refused]],
    ['onCompleted, then onErrorOccurred', [completed, refused]],
    ['onErrorOccurred, then onCompleted', [refused, completed]],
  ])('keeps the status whichever end wins: %s', (_, ends) => {
    const exchange = fold([started, sent, answered, ...ends]);
    expect(exchange.state).not.toBe('pending');
    expect(exchange.response).toMatchObject({ status: 'present', value: { status: 401 } });
  });
});

describe('a record that begins in the middle', () => {
  it.each([
    ['request headers', [sent, completed]],
    ['the answer', [answered, completed]],
    ['the end', [completed]],
    ['a failure', [failed]],
  ])('starts with %s and says that it is partial', (_, observations) => {
    const exchange = fold(observations);
    expect(exchange.partial).toBe(true);
    expect(exchange.state).not.toBe('pending');
    expect(exchange.request.credentials.status === 'present' || exchange.request.credentials.reason).not.toBe(
      'pending',
    );
  });
});

it('is partial, too, when the middle of it went by unseen, but not when there was none', () => {
  expect(fold([started, completed]).partial).toBe(true);
  const cached = observationOf('onCompleted', { fromCache: true });
  expect(fold([started, cached]).partial).toBe(false);
  // A preflight that fails leaves its call with beginning and end.
  expect(fold([started, failed]).partial).toBe(false);
});

it('gives the same record when an event comes twice', () => {
  expect(fold([started, sent, sent, answered, completed, completed])).toEqual(
    fold([started, sent, answered, completed]),
  );
});
