import { act, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { noteNavigation, type PageLog } from '../../lib/store/page-log';
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
