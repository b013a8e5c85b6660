import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type MockApi, type MockApiOptions, startMockApi } from '../../mock-api/index';

/** One stand-in for all tests of a file; what it received is forgotten before each. */
export function useMockApi(options?: MockApiOptions): () => MockApi {
  let api: MockApi;
  beforeAll(async () => {
    api = await startMockApi(options);
  });
  beforeEach(() => api.clear());
  afterAll(() => api.close());
  return () => api;
}
