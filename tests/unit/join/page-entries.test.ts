import { describe, expect, it } from 'vitest';
import type { HarObservation } from '../../../lib/exchange/observation';
import { mergePageBody } from '../../../lib/join/merge';
import { pageEntriesOf } from '../../../lib/join/page-entries';
import { harOf } from '../support/web-request-of';

const ERROR = { errors: [{ code: 'missing_api_key', message: 'none' }] };

const byWorker = (id: string, mark: string) =>
  harOf(`worker-${id}`, { status: 401, responseHeaders: [['x-request-id', mark]], responseBody: '' });
const byPage = (id: string, mark: string): HarObservation => ({
  ...harOf(`page-${id}`, { status: 401, responseHeaders: [['x-request-id', mark]], responseBody: ERROR }),
  viaServiceWorker: true,
});

describe('a call that passes through a service worker', () => {
  it('has the body that the page got', () => {
    const [own, page] = [byWorker('1', 'A'), byPage('1', 'A')];
    expect([...pageEntriesOf([own, page])]).toEqual([[own, page]]);
    const { response } = mergePageBody(own.exchange, page);
    expect(response).toMatchObject({ value: { body: { value: { errors: ERROR.errors } } } });
  });

  it('keeps a body of its own', () => {
    const own = harOf('1', { status: 401, responseBody: ERROR });
    expect(mergePageBody(own.exchange, byPage('1', 'A'))).toBe(own.exchange);
  });

  it('gets none where two answers are alike', () => {
    expect(
      pageEntriesOf([byWorker('1', 'A'), byWorker('2', 'A'), byPage('1', 'A'), byPage('2', 'A')]).size,
    ).toBe(0);
    expect(pageEntriesOf([byWorker('1', 'A'), byPage('1', 'A'), byPage('2', 'A')]).size).toBe(0);
  });
});
