import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../lib/exchange/exchange';
import { present, presentValue } from '../../../lib/exchange/presence';
import { createSharing } from '../../../lib/messaging/share-parts';
import { exchangeOf } from '../support/exchange-of';

const received = (index: number, requestId: string): Exchange =>
  exchangeOf({
    index,
    status: 401,
    responseHeaders: [
      ['x-request-id', requestId],
      ['vary', 'origin'],
    ],
  });
const sentHeaders = ({ request }: Exchange) => presentValue(request.headers) ?? [];
const answeredHeaders = ({ response }: Exchange) => presentValue(response)?.headers ?? [];

describe('equal parts of many exchanges', () => {
  it('are one object where they are equal', () => {
    const share = createSharing();
    const [one, other] = [share(received(1, 'a')), share(received(2, 'b'))];
    expect(sentHeaders(one).length).toBeGreaterThan(1);
    expect(sentHeaders(one).every((header, i) => header === sentHeaders(other)[i])).toBe(true);
    expect(answeredHeaders(one).map((header, i) => header === answeredHeaders(other)[i])).toEqual([
      false,
      true,
    ]);
  });

  it('are one object: where the call went, with which key, what its code wrote', () => {
    const share = createSharing();
    const [one, other] = [share(received(1, 'a')), share(received(2, 'b'))];
    expect(one.request.url).toBe(other.request.url);
    expect(one.request.credentials).toBe(other.request.credentials);
    expect(one.written).toBe(other.written);
    expect(one.initiator).toBe(other.initiator);
  });

  it('change nothing of what an exchange says, however many there were', () => {
    const share = createSharing();
    const base = received(1, 'a');
    const response = presentValue(base.response) ?? expect.fail();
    for (let n = 0; n < 2_500; n++) {
      const headers = [...response.headers, { name: 'x-request-id', value: `id-${n}` }];
      const exchange = { ...base, response: present({ ...response, headers }) };
      expect(share(exchange)).toEqual(exchange);
    }
  });

  it('may be missing', () => {
    const pending = exchangeOf({});
    expect(createSharing()(pending)).toEqual(pending);
  });
});
