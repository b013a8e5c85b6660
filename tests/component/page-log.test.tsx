import { act, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { noteNavigation } from '../../lib/store/page-log';
import { exchangeOf } from '../unit/support/exchange-of';
import { renderPanel } from './support';

const START = Date.UTC(2026, 0, 1);
const callAt = (index: number) => exchangeOf({ index, startedDateTime: START + index * 1_000, status: 200 });
const rowNames = () =>
  [...document.querySelectorAll('[role=row][data-row]')].map((row) => row.getAttribute('aria-label'));
const listed = (count: number) => waitFor(() => expect(rowNames()).toHaveLength(count));

describe('navigations', () => {
  it('stand between the calls of two documents, without their queries', async () => {
    const { log } = await renderPanel([callAt(0), callAt(2)]);
    act(() => noteNavigation(log, 'https://app.example.com/chat?token=x#y', START + 1_000));
    await listed(3);
    expect(rowNames()[1]).toBe('Navigated to https://app.example.com/chat');
  });

  it('stand nowhere when no call follows them', async () => {
    const { log } = await renderPanel([callAt(0)]);
    act(() => noteNavigation(log, 'https://app.example.com/', START + 5_000));
    await listed(1);
  });

  it('stand nowhere when the log is not preserved', async () => {
    const { log, preserve } = await renderPanel([callAt(0), callAt(2)]);
    const box = screen.getByRole('checkbox', { name: 'Preserve log' });
    expect((box as HTMLInputElement).checked).toBe(true);
    act(() => box.click());
    expect(preserve).toHaveBeenCalledWith(false);
    act(() => noteNavigation(log, 'https://app.example.com/', START + 1_000));
    await listed(2);
  });
});
