// @vitest-environment node
import { createHash, X509Certificate } from 'node:crypto';
import http2 from 'node:http2';
import net from 'node:net';
import tls from 'node:tls';
import { describe, expect, it } from 'vitest';
import { startMockApi } from '../../mock-api/index';
import { CHAT, call, http2Call } from './client';

describe('the life of the stand-in', () => {
  it('makes a certificate for all hosts of the tests', async () => {
    const api = await startMockApi();
    const certificate = new X509Certificate(api.certificate);
    for (const host of [
      'chat.infuzu.com',
      'infuzu.com',
      'localhost',
      'app.example.com',
      'a.example.org',
      'x.other.net',
    ]) {
      expect(certificate.checkHost(host), host).toBeDefined();
    }
    expect(certificate.checkIP('127.0.0.1')).toBeDefined();
    expect(certificate.checkHost('infuzu.com.evil.example')).toBeUndefined();
    const publicKey = certificate.publicKey.export({ type: 'spki', format: 'der' });
    expect(api.spki).toBe(createHash('sha256').update(publicKey).digest('base64'));
    await api.close();
  });

  it('speaks one protocol on each TLS port', async () => {
    const api = await startMockApi();
    const spoken = (port: number) =>
      new Promise((resolve, reject) => {
        const socket = tls.connect({
          host: '127.0.0.1',
          port,
          ca: api.certificate,
          servername: 'localhost',
          ALPNProtocols: ['h2', 'http/1.1'],
        });
        socket.on('error', reject);
        socket.on('secureConnect', () => {
          resolve(socket.alpnProtocol);
          socket.destroy();
        });
      });
    expect([await spoken(api.ports.https), await spoken(api.ports.h2)]).toEqual(['http/1.1', 'h2']);
    await api.close();
  });

  it('listens on 127.0.0.1 alone', async () => {
    const api = await startMockApi();
    for (const port of Object.values(api.ports)) {
      // A listener on all addresses would answer here too.
      const socket = net.connect({ host: '127.0.0.2', port, timeout: 500 });
      const outcome = await new Promise((resolve) => {
        socket.once('connect', () => resolve('connected'));
        socket.once('timeout', () => resolve('refused'));
        socket.once('error', () => resolve('refused'));
      });
      socket.destroy();
      expect(outcome).toBe('refused');
    }
    await api.close();
  });

  it('listens on the ports that it is given', async () => {
    const first = await startMockApi();
    const { ports } = first;
    await first.close();
    const second = await startMockApi({ ports: { http: ports.http, h2: ports.h2 } });
    expect([second.ports.http, second.ports.h2]).toEqual([ports.http, ports.h2]);
    await expect(startMockApi({ ports: { https: second.ports.https } })).rejects.toThrow(/EADDRINUSE/);
    await second.close();
  });

  it('closes within a second whatever is going on', async () => {
    const api = await startMockApi();
    const { http, https, h2 } = api.ports;
    const failures = [
      call(api, { path: `${CHAT}?delay=60000` }),
      call(api, { path: `${CHAT}?body-delay=60000` }),
      http2Call(api, { ':path': `${CHAT}?delay=60000` }),
    ].map((reply) =>
      reply.then(
        () => 'answered',
        () => 'failed',
      ),
    );
    // Idle connections, one in the middle of its handshake, one in the middle of its head, one HTTP/2 session at rest.
    const idle = [http, https, h2].map((port) => net.connect({ host: '127.0.0.1', port }));
    for (const socket of idle) socket.on('error', () => {});
    idle[0]?.write('POST / HTTP/1.1\r\nHost: x');
    const session = http2.connect(`https://localhost:${h2}`, { ca: api.certificate });
    session.on('error', () => {});
    await new Promise((resolve) => session.once('connect', resolve));
    await expect.poll(() => api.received.length).toBe(3);

    await api.close();
    expect(await Promise.all(failures)).toEqual(['failed', 'failed', 'failed']);
    await api.close();
    await expect(call(api)).rejects.toThrow(/ECONNREFUSED/);
    session.destroy();
    for (const socket of idle) socket.destroy();
  });

  it('outlives clients that hang up', async () => {
    const api = await startMockApi();
    const socket = net.connect({ host: '127.0.0.1', port: api.ports.http });
    socket.write(`POST ${CHAT}?delay=50 HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf`);
    await expect.poll(() => api.received.length).toBe(1);
    socket.destroy();
    const session = http2.connect(`https://localhost:${api.ports.h2}`, { ca: api.certificate });
    const stream = session.request({ ':method': 'POST', ':path': `${CHAT}?delay=50` });
    stream.on('error', () => {});
    await expect.poll(() => api.received.length).toBe(2);
    stream.close(http2.constants.NGHTTP2_CANCEL);
    session.destroy();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await call(api)).status).toBe(200);
    await api.close();
  });
});
