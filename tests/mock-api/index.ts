import { answer, plainAnswer } from './answer';
import { makeCertificate } from './certificate';
import { VALID_KEY } from './keys';
import { type Arrival, openListeners } from './listeners';
import { playAnswer } from './play-answer';
import { readBody, toReceivedRequest } from './receive';
import { refuse } from './refuse';
import type { Answer, MockApi, MockApiOptions, Page, Ports, ReceivedRequest } from './types';

export { REVOKED_KEY, VALID_KEY } from './keys';
export type { MockApi, MockApiOptions, Ports, RawHeader, ReceivedRequest } from './types';

/** Starts the stand-in for the Infuzu API on the loopback address. README.md says what it can be asked to do. */
export async function startMockApi(options: MockApiOptions = {}): Promise<MockApi> {
  const received: ReceivedRequest[] = [];
  const pages = new Map<string, Page>();
  const acceptedKeys = new Set(options.keys ?? [VALID_KEY]);
  const made = await makeCertificate();
  let ports: Ports = { http: 0, https: 0, h2: 0, ...options.ports };

  const decide = (request: ReceivedRequest, body: string | 'too-large'): Answer => {
    if (body === 'too-large') return plainAnswer(request, 413, 'The request body is over 20 MB.\n');
    request.body = body;
    try {
      return answer(request, { acceptedKeys, ports }, pages);
    } catch (error) {
      // A fault of the stand-in must be seen by the test that met it, and must not end the process.
      return plainAnswer(request, 500, `The stand-in itself failed: ${String(error)}\n`);
    }
  };
  const serve = async (arrival: Arrival) => {
    const request = toReceivedRequest(arrival);
    received.push(request);
    try {
      await playAnswer(decide(request, await readBody(arrival.body)), arrival.wire);
    } catch {
      // The client hung up in the middle of its body, or a test gave a page a header that cannot be sent.
      arrival.wire.destroy();
    }
  };

  const listeners = await openListeners(options.host ?? '127.0.0.1', ports, made, {
    onArrival: (arrival) => void serve(arrival),
    onRefused: (protocol, head) => refuse(protocol, head, received),
  });
  ports = listeners.ports;

  return {
    ports,
    spki: made.spki,
    certificate: made.certificate,
    received,
    clear: () => void received.splice(0),
    addPage: (path, html, headers = {}) => void pages.set(path, { html, headers }),
    close: () => listeners.close(),
  };
}
