/** What the bench of the panel runs in its two documents. Each function is sent as text and stands alone. */

/** How many calls the chips of the panel count. */
export interface CallCounts {
  readonly total: number;
  readonly ended: number;
}

/** Counts with the time from which on they stood in the document, in milliseconds since the epoch. */
export interface CountsSince extends CallCounts {
  readonly at: number;
}

/**
 * In the page: makes calls, every third without a key, each with an address of its own.
 * @param apart milliseconds between two starts
 * @param atOnce how many may run at a time
 * @returns when each was answered, in milliseconds since the epoch
 */
export async function makeCalls(
  key: string,
  count: number,
  apart: number,
  atOnce: number,
): Promise<number[]> {
  const answered: number[] = [];
  const began = performance.now();
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < count) {
      const n = next++;
      const wait = began + n * apart - performance.now();
      if (wait > 0) await new Promise((done) => setTimeout(done, wait));
      const response = await fetch(`https://chat.infuzu.com/api/llm-response?n=${performance.now()}-${n}`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          ...(n % 3 > 0 && { 'Infuzu-API-Key': n % 5 > 0 ? key : `Bearer ${key}` }),
        },
        body: '{"messages":[{"role":"user","content":"Hello"}]}',
      });
      await response.text();
      answered.push(performance.timeOrigin + performance.now());
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return answered;
}

/** In the panel: notes on `window.seen` every change of the counts, and marks when the first row was drawn. */
export function watchPanel(): void {
  const seen: CountsSince[] = [];
  Object.assign(window, { seen });
  let drawn = false;
  new MutationObserver(() => {
    const at = performance.timeOrigin + performance.now();
    let total = 0;
    let pending = 0;
    for (const chip of document.querySelectorAll('.chips .chip')) {
      const count = Number(chip.textContent?.replace(/\D/g, ''));
      total += count;
      if (chip.querySelector('[data-state=pending]')) pending += count;
    }
    const before = seen.at(-1);
    if (before?.total !== total || before.ended !== total - pending)
      seen.push({ at, total, ended: total - pending });
    if (drawn || !document.querySelector('[role=row][data-row]')) return;
    drawn = true;
    requestAnimationFrame(() => setTimeout(() => performance.mark('rows-drawn')));
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

/** In the panel: the counts since it was opened, once nothing is pending and they have been at rest for a while. */
export function settledCounts(rest: number): readonly CountsSince[] | undefined {
  const { seen } = window as unknown as { readonly seen: readonly CountsSince[] };
  const last = seen.at(-1);
  if (last === undefined || last.total === 0 || last.ended < last.total) return undefined;
  return performance.timeOrigin + performance.now() - last.at >= rest ? seen : undefined;
}

/** In the panel: milliseconds from each key stroke until the list was painted. */
export async function typeIntoFilter(text: string): Promise<number[]> {
  const field = document.querySelector<HTMLInputElement>('[aria-keyshortcuts="/"]');
  if (!field) throw new Error('There is no filter');
  const type = (value: string) => {
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  const painted = () =>
    new Promise<void>((done) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done();
        port2.postMessage(undefined);
      });
    });
  const waits: number[] = [];
  for (let end = 1; end <= text.length; end++) {
    const start = performance.now();
    type(text.slice(0, end));
    await painted();
    waits.push(performance.now() - start);
  }
  type('');
  await painted();
  return waits;
}

/** In the panel: scrolls through the whole list in 100 frames; the long tasks (over 50 ms) on the way, in milliseconds. */
export async function scrollThrough(): Promise<number[]> {
  const scroller = document.querySelector('.list-body');
  if (!scroller) throw new Error('There is no list');
  const long: number[] = [];
  const observer = new PerformanceObserver((list) => {
    long.push(...list.getEntries().map(({ duration }) => duration));
  });
  observer.observe({ entryTypes: ['longtask'] });
  for (let step = 0; step <= 100; step++) {
    scroller.scrollTop = (scroller.scrollHeight * step) / 100;
    await new Promise((done) => requestAnimationFrame(done));
  }
  // Entries are told a little later.
  await new Promise((done) => setTimeout(done, 100));
  observer.disconnect();
  return long;
}
