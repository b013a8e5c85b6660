/** Calls as customers' pages make them, and the pages that make them. */
import { VALID_KEY } from '../../../mock-api/index';
import type { CallInit } from '../../harness/call';
import type { MockApi } from '../harness/fixtures';
import type { Inspector } from '../harness/inspector';
import type { Page } from '../harness/page';

/** HTTP/1.1. */
export const H1 = 'https://chat.infuzu.com';
/** HTTP/2: the one host for which the stand-in speaks it. */
export const H2 = 'https://h2.infuzu.com';
export const CHAT = '/api/llm-response';
export const COMPLETIONS = '/api/v1/chat/completions';

export const GOOD_BODY = JSON.stringify({ messages: [{ role: 'user', content: 'Hello' }] });

type Pairs = readonly (readonly [string, string])[];

/** A well-formed POST with exactly these auth headers. */
export function post(auth: Record<string, string> | Pairs = { 'Infuzu-API-Key': VALID_KEY }): CallInit {
  const pairs = Array.isArray(auth) ? (auth as Pairs) : Object.entries(auth);
  return { method: 'POST', headers: [...pairs, ['Content-Type', 'application/json']], body: GOOD_BODY };
}

/** The address of a page on the user's own machine: seen without any grant. */
export function localUrl(api: MockApi, path = '/page'): string {
  return `http://localhost:${api.ports.http}${path}`;
}

/** Opens an empty page on localhost. */
export function openLocalPage(api: MockApi, inspector: Inspector): Promise<Page> {
  api.addPage('/page', '<!doctype html><title>A page</title>');
  return inspector.openPage(localUrl(api));
}

/** Loads a page and waits until it says with `window.done = true` that its calls have ended. */
export async function waitUntilDone(page: Page, timeout?: number): Promise<void> {
  await page.waitFor(() => (window as { done?: boolean }).done === true, {
    what: 'window.done of the page',
    timeout,
  });
}
