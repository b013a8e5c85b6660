import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followPauses, noteNavigation, type PageLog } from '../../lib/store/page-log';
import { exchangeOf } from '../unit/support/exchange-of';
import { renderPanel } from './support';

const START = Date.UTC(2026, 0, 1);
const callAt = (index: number) => exchangeOf({ index, startedDateTime: START + index * 1_000, status: 200 });
const rowNames = () =>
  [...document.querySelectorAll('[role=row][data-row]')].map((row) => row.getAttribute('aria-label'));
const listed = (count: number) => waitFor(() => expect(rowNames()).toHaveLength(count));

const clear = vi.fn();
const note = (log: PageLog, url: string, at: number) => noteNavigation(log, { url, at: START + at }, clear);

describe('navigations', () => {
  it('stand between the calls of two documents, without their queries', async () => {
    const { log } = await renderPanel([callAt(0), callAt(2)]);
    act(() => note(log, 'https://app.example.com/chat?token=x#y', 1_000));
    await listed(3);
    expect(rowNames()[1]).toBe('Navigated to https://app.example.com/chat');
  });

  it('are there again when the list is sorted by another column and then by start', async () => {
    const { log } = await renderPanel([callAt(0), callAt(2)]);
    act(() => note(log, 'https://app.example.com/chat', 1_000));
    await listed(3);
    const sortBy = (name: RegExp) => act(() => screen.getByRole('button', { name }).click());
    sortBy(/^Status/);
    await listed(2);
    sortBy(/^Start/);
    await listed(3);
  });

  it('leave the detail open while the arrows pass them', async () => {
    const { log } = await renderPanel([callAt(0), callAt(2)]);
    act(() => note(log, 'https://app.example.com/chat', 1_000));
    await listed(3);
    const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
    act(() => document.querySelector<HTMLElement>('[data-row]')?.click());
    const detail = await screen.findByRole('region', { name: /Details/ });
    document.querySelector<HTMLElement>('[data-row]')?.focus();
    press('ArrowDown');
    await waitFor(() => expect(document.activeElement?.classList).toContain('divider'));
    press('Enter');
    expect(screen.getByRole('region', { name: /Details/ })).toBe(detail);
    press('ArrowDown');
    await waitFor(() => expect(document.activeElement?.getAttribute('data-row')).toBe('har-file-2'));
    expect(screen.getByRole('region', { name: /Details/ })).toBe(detail);
  });

  it('stand nowhere when no call follows them', async () => {
    const { log } = await renderPanel([callAt(0)]);
    act(() => note(log, 'https://app.example.com/', 5_000));
    await listed(1);
  });

  it('stand nowhere when the log is not preserved', async () => {
    const { log, preserve } = await renderPanel([callAt(0), callAt(2)]);
    const box = screen.getByRole('checkbox', { name: 'Preserve log' });
    expect((box as HTMLInputElement).checked).toBe(true);
    act(() => box.click());
    expect(preserve).toHaveBeenCalledWith(false);
    act(() => note(log, 'https://app.example.com/?key=x', 1_000));
    await listed(2);
    expect(clear).toHaveBeenCalledExactlyOnceWith(START + 1_000, 'tab', 'https://app.example.com/');
  });

  it('are asked about in the menu as well, for a bar without room', async () => {
    const { preserve } = await renderPanel([]);
    act(() => screen.getByRole('button', { name: 'Columns and timeline' }).click());
    const menu = within(document.querySelector<HTMLElement>('.layout-menu') ?? expect.fail());
    act(() => menu.getByRole('checkbox', { name: 'Preserve log' }).click());
    expect(preserve).toHaveBeenCalledWith(false);
  });

  it('stand for the document whose calls follow: one that made none has no divider', async () => {
    const { log } = await renderPanel([callAt(0), callAt(3)]);
    act(() => note(log, 'https://app.example.com/login', 1_000));
    act(() => note(log, 'https://app.example.com/chat', 2_000));
    await listed(3);
    expect(rowNames()[1]).toBe('Navigated to https://app.example.com/chat');
  });

  it('stand in their order, also when the first of two quick ones is told last', async () => {
    const { log } = await renderPanel([callAt(0), callAt(2), callAt(4)]);
    act(() => note(log, 'https://app.example.com/second', 3_000));
    act(() => note(log, 'https://app.example.com/first', 1_000));
    await listed(5);
    expect([rowNames()[1], rowNames()[3]]).toEqual([
      'Navigated to https://app.example.com/first',
      'Navigated to https://app.example.com/second',
    ]);
  });
});

describe('pauses', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
  afterEach(() => void vi.useRealTimers());

  type Twins = Awaited<ReturnType<typeof renderPanel>>;
  const setPaused = ({ feed }: Twins, paused: boolean, at: number) =>
    act(() => {
      vi.setSystemTime(START + at);
      feed.setState({ paused });
    });
  const show = async (...indexes: number[]) => {
    const twins = await renderPanel(indexes.map(callAt));
    followPauses(twins.log, twins.feed);
    return twins;
  };

  it('stand between the calls before and after them, with their times', async () => {
    const twins = await show(0, 5);
    setPaused(twins, true, 1_000);
    await listed(2);
    setPaused(twins, false, 4_000);
    await listed(3);
    expect(rowNames()[1]).toMatch(/^Not recorded from \d\d:00:01 to \d\d:00:04$/);
  });

  it('stand beside a navigation in their order', async () => {
    const twins = await show(0, 5);
    setPaused(twins, true, 1_000);
    act(() => note(twins.log, 'https://app.example.com/first', 2_000));
    setPaused(twins, false, 3_000);
    act(() => note(twins.log, 'https://app.example.com/second', 4_000));
    await listed(4);
    expect([rowNames()[1], rowNames()[2]]).toEqual([
      expect.stringContaining('Not recorded'),
      'Navigated to https://app.example.com/second',
    ]);
  });

  it('stand nowhere where no call is before or after them', async () => {
    const twins = await show(2);
    setPaused(twins, true, 0);
    setPaused(twins, false, 1_000);
    setPaused(twins, true, 3_000);
    setPaused(twins, false, 4_000);
    await listed(1);
  });

  it('say no beginning where they began before the panel was opened', async () => {
    const twins = await renderPanel([callAt(0), callAt(5)], { connection: 'connecting' });
    followPauses(twins.log, twins.feed);
    vi.setSystemTime(START + 1_000);
    act(() => twins.feed.setState({ connection: 'live', paused: true }));
    setPaused(twins, false, 4_000);
    await listed(3);
    expect(rowNames()[1]).toMatch(/^Not recorded until \d\d:00:04$/);
  });
});
