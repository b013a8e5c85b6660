import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../lib/exchange/exchange';
import { present, presentValue } from '../../../lib/exchange/presence';
import { createHeaderSharing } from '../../../lib/messaging/share-headers';
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

describe('headers of many exchanges', () => {
  it('are one object where they are equal', () => {
    const share = createHeaderSharing();
    const [one, other] = [share(received(1, 'a')), share(received(2, 'b'))];
    expect(sentHeaders(one).length).toBeGreaterThan(1);
    expect(sentHeaders(one).every((header, i) => header === sentHeaders(other)[i])).toBe(true);
    expect(answeredHeaders(one).map((header, i) => header === answeredHeaders(other)[i])).toEqual([
      false,
      true,
    ]);
  });

  it('change nothing of what an exchange says, however many there were', () => {
    const share = createHeaderSharing();
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
    expect(createHeaderSharing()(pending)).toEqual(pending);
  });
});
