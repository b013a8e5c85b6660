import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Exchange } from '../../lib/exchange/exchange';
import { present } from '../../lib/exchange/presence';
import { FAKE_KEY } from '../unit/support/exchange-of';
import { bareToken, cleanCall, pendingCall } from '../unit/support/tab-calls';
import { renderPanel } from './support';

const saved: { name: string; text: Promise<string> }[] = [];

beforeEach(() => {
  saved.length = 0;
  let latest: Blob | undefined;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) latest = blob;
    return 'blob:test';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    if (latest) saved.push({ name: this.download, text: latest.text() });
  });
});

async function openExport(exchanges: readonly Exchange[], locale?: string) {
  const twins = await renderPanel(exchanges, { dropped: 4 }, locale);
  fireEvent.click(await screen.findByRole('button', { name: locale === 'de' ? 'Exportieren' : 'Export' }));
  const dialog = await screen.findByRole('dialog');
  return { ...twins, dialog, inside: within(dialog) };
}

describe('the export', () => {
  test('shows what will be in the file, what is not, and how it begins', async () => {
    const { dialog, inside } = await openExport([bareToken(1), cleanCall(2), pendingCall(3)]);
    const text = dialog.textContent;
    expect(text).toContain('1 call: 1 error · 2 findings');
    expect(text).toContain('1 clean call · 1 call that still waits · 4 older calls, dropped before');
    expect(text).toContain('message contents: they are never kept');
    expect(text).toContain('1 key or other secret');
    expect(inside.getByRole('region', { name: 'Preview' }).textContent).toMatch(/^## Infuzu calls of https/);
    expect(inside.queryByRole('checkbox')).toBeNull();
  });

  test.each([
    ['Ticket text', /^infuzu-ticket-[\d-]+\.md$/, 'bearer-prefix-missing'],
    ['Support bundle', /^infuzu-support-[\d-]+\.json$/, '"format": "infuzu-support-bundle"'],
    ['HAR', /^infuzu-calls-[\d-]+\.har$/, '"version": "1.2"'],
  ])('saves the %s once it was proven to hold no key', async (tab, name, content) => {
    const { inside } = await openExport([bareToken(1), cleanCall(2)]);
    fireEvent.click(inside.getByRole('tab', { name: tab }));
    await inside.findByText(/^Checked: no key in it/);
    fireEvent.click(inside.getByRole('button', { name: 'Save' }));
    await inside.findByText(/^Handed to the browser as/);
    expect(saved).toHaveLength(1);
    expect(saved[0]?.name).toMatch(name);
    const text = await saved[0]?.text;
    expect(text).toContain(content);
    expect(text).not.toContain(FAKE_KEY);
  });

  test('refuses what holds a key, and says where', async () => {
    const call = bareToken(1);
    if (call.response.status === 'absent') return expect.unreachable();
    const leaking = { ...call, response: present({ ...call.response.value, statusText: `No: ${FAKE_KEY}` }) };
    const { inside } = await openExport([leaking]);
    fireEvent.click(inside.getByRole('tab', { name: 'Support bundle' }));
    await inside.findByText(/^Cannot be saved: what looks like a key stands at/);
    expect(inside.getByText('exchanges[0].response.value.statusText')).toBeTruthy();
    expect(inside.queryByRole('button', { name: 'Save' })).toBeNull();
  });

  test('takes what the list shows, and the rest only when it is asked for', async () => {
    const twins = await renderPanel([bareToken(1), cleanCall(2)]);
    fireEvent.input(screen.getByRole('combobox', { name: 'Filter' }), { target: { value: 'status:4xx' } });
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(2));
    fireEvent.click(screen.getByRole('button', { name: 'Export' }));
    const inside = within(await screen.findByRole('dialog'));
    expect(inside.getByRole('region', { name: 'Preview' }).textContent).toContain(
      '1 of 2 calls, filter: `status:4xx`.',
    );
    fireEvent.click(inside.getByRole('tab', { name: 'HAR' }));
    expect(inside.getByText(/^HAR 1\.2.*Only the support bundle keeps the verdicts/)).toBeTruthy();
    expect(inside.getByText(/^1 call: 1 error$/)).toBeTruthy();
    expect(inside.getByText(/^1 call that the filter hides · /)).toBeTruthy();
    fireEvent.click(inside.getByRole('checkbox', { name: 'Also the 1 call that the filter hides' }));
    await inside.findByText(/^2 calls: 1 error and 1 clean$/);
    expect(twins.feed.getState().exchanges).toHaveLength(2);
  });

  test('keeps Tab in it, forwards and backwards', async () => {
    const { inside } = await openExport([bareToken(1)]);
    const first = inside.getByRole('button', { name: /^Close/ });
    const last = await inside.findByRole('button', { name: 'Save' });
    last.focus();
    fireEvent.keyDown(last, { key: 'Tab' });
    expect(document.activeElement).toBe(first);
    fireEvent.keyDown(first, { key: 'Tab', shiftKey: true });
    expect(document.activeElement).toBe(last);
    const tab = inside.getByRole('tab', { selected: true });
    tab.focus();
    expect(fireEvent.keyDown(tab, { key: 'Tab' })).toBe(true);
  });

  test('speaks German', async () => {
    const { inside } = await openExport([bareToken(1)], 'de');
    fireEvent.click(inside.getByRole('tab', { name: 'HAR' }));
    expect(await inside.findByText(/behält nur das Support-Paket\.$/)).toBeTruthy();
    fireEvent.click(inside.getByRole('tab', { name: 'Support-Paket' }));
    expect(await inside.findByText(/^Geprüft: kein Schlüssel darin/)).toBeTruthy();
  });
});
