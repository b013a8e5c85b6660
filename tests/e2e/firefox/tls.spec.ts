import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { makeCertificate } from '../../mock-api/certificate';
import { faults, openRow, post } from '../scenarios/calls';
import { Firefox } from './harness/firefox';
import { expect, test } from './harness/fixtures';
import { installInspector } from './harness/inspector';

/** A server of the days before TLS 1.2, which is all that a browser must know of it to call the connection weak. */
async function startOldServer() {
  const { privateKey, certificate } = await makeCertificate();
  const server = https.createServer(
    {
      key: privateKey,
      cert: certificate,
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    },
    (_request, response) => {
      response.writeHead(200, {
        'access-control-allow-origin': '*',
        'access-control-allow-headers': '*',
        'content-type': 'application/json',
      });
      response.end('{"results":{"llm":"FAKE answer"},"errors":[],"warnings":[]}');
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, certificate, port: (server.address() as AddressInfo).port };
}

test('a connection over TLS 1.1 is told by the word that Firefox has for it', async ({
  api,
  extensionDir,
}) => {
  const { server, certificate, port } = await startOldServer();
  const firefox = await Firefox.launch({
    api: { ...api, certificate, ports: { ...api.ports, https: port } },
    prefs: { 'security.tls.version.min': 1, 'security.tls.version.enable-deprecated': true },
  });
  try {
    const inspector = await installInspector(firefox, { extensionDir });
    api.addPage('/page', '<!doctype html><title>A page</title>');
    const page = await inspector.openPage(`http://localhost:${api.ports.http}/page`);
    const devtools = await inspector.openDevtools(page);
    expect(await page.call('https://chat.infuzu.com/api/llm-response', post())).toMatchObject({
      status: 200,
    });
    await openRow(devtools, 0, /POST \/api\/llm-response, 200, /);
    await devtools.waitForDetail('tls-outdated');
    expect((await faults(devtools)).map(({ rule }) => rule)).toEqual(['tls-outdated']);
  } finally {
    await firefox.close();
    server.closeAllConnections();
    server.close();
  }
});
