/** The list and the detail of the panel, read and used in either browser. */
import { pointOfRow, type Row, readGrid } from './grid';
import { type PollOptions, poll } from './poll';
import { type ReadableView, stillPoint } from './readable-view';
import type { TestDocument } from './test-document';

const DETAIL = '[data-region=detail]';

export abstract class PanelView<Document extends TestDocument> {
  abstract readonly panel: Document;
  abstract readonly view: ReadableView<Document>;

  /** The rows of the list that are in the document. */
  rows(): Promise<Row[]> {
    return this.panel.evaluate(readGrid);
  }

  /** Waits for a row. A time-out tells the rows that are there. */
  row(matches: (row: Row) => boolean, timeout?: number): Promise<Row> {
    const described = async (): Promise<string> => {
      const names = (await this.rows()).map(({ name }) => name);
      return `a row. ${names.length ? `Rows:\n${names.join('\n')}` : `No rows; the panel says:\n${await this.view.text()}`}`;
    };
    return poll(described, async () => (await this.rows()).find(matches), { timeout });
  }

  /** Clicks a row with the mouse and waits until it says that it is selected. */
  async select(row: Row, options: PollOptions = {}): Promise<void> {
    const what = `row "${row.name}" to be there, uncovered`;
    const ask = () => this.panel.waitFor(pointOfRow, { ...options, what }, row.key);
    await this.view.input.click(await stillPoint(what, ask, options));
    const described = async (): Promise<string> =>
      `aria-selected="true" on row "${row.name}" (${row.key}). Rows: ${JSON.stringify(await this.rows())}`;
    await poll(
      described,
      async () => (await this.rows()).some(({ key, selected }) => key === row.key && selected),
      options,
    );
  }

  detailText(): Promise<string> {
    return this.view.text(DETAIL);
  }

  /** Waits until the detail says this, and returns all that it says. */
  waitForDetail(expected: string | RegExp, options: PollOptions = {}): Promise<string> {
    return this.view.waitForText(expected, { ...options, selector: DETAIL });
  }

  protected async waitForTheme(theme: 'dark' | 'light'): Promise<void> {
    await this.panel.waitFor(
      (wanted: string) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches,
      { what: `the panel to be ${theme}` },
      theme,
    );
  }
}
