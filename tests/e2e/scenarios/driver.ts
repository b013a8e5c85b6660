/**
 * What a scenario needs of a browser, so that it is written once. The harnesses of both browsers fit as they are; what
 * only one of them has is added where its spec makes the driver.
 */
import type { MockApi } from '../../mock-api/index';
import type { CallInit, CallResult } from '../harness/call';
import type { Row } from '../harness/grid';
import type { PollOptions } from '../harness/poll';
import type { TestDocument } from '../harness/test-document';
import type { Truth } from './truth';

export interface ScenarioPage extends Pick<TestDocument, 'evaluate' | 'evaluateWith' | 'waitFor'> {
  call(url: string, init?: CallInit): Promise<CallResult>;
  goto(url: string): Promise<void>;
  bringToFront(): Promise<void>;
  close(): Promise<void>;
}

export interface ScenarioView {
  text(selector?: string): Promise<string>;
  waitForText(expected: string | RegExp, options?: PollOptions & { selector?: string }): Promise<string>;
  click(selector: string): Promise<void>;
  clickRole(role: string, name: string, options?: PollOptions): Promise<void>;
  readonly input: { press(combination: string): Promise<void>; type(text: string): Promise<void> };
}

export interface ScenarioDevtools {
  readonly panel: Pick<TestDocument, 'evaluate' | 'evaluateWith'>;
  readonly view: ScenarioView;
  rows(): Promise<Row[]>;
  row(matches: (row: Row) => boolean, timeout?: number): Promise<Row>;
  select(row: Row, options?: PollOptions): Promise<void>;
  detailText(): Promise<string>;
  waitForDetail(expected: string | RegExp, options?: PollOptions): Promise<string>;
  theme(theme: 'dark' | 'light'): Promise<void>;
  close(): Promise<void>;
}

export interface ScenarioPopup {
  readonly view: ScenarioView;
  text(): Promise<string>;
  waitForText(expected: string | RegExp, options?: PollOptions): Promise<string>;
  close(): Promise<void>;
}

/** A page of the extension in a tab. */
export interface ScenarioExtensionPage {
  readonly page: ScenarioPage;
  readonly view: ScenarioView;
}

export interface ScenarioInspector {
  openPage(url: string): Promise<ScenarioPage>;
  openDevtools(page: ScenarioPage): Promise<ScenarioDevtools>;
  openPopup(page: ScenarioPage): Promise<ScenarioPopup>;
  /** Opens a page of the extension in a tab, as `options.html`. */
  openExtensionPage(address: string): Promise<ScenarioExtensionPage>;
  /** Waits for a page of the extension that something else opened in a tab. */
  openedExtensionPage(path: string): Promise<ScenarioExtensionPage>;
  tabIdOf(page: ScenarioPage): Promise<number>;
  badge(tabId: number): Promise<string>;
  waitForBadge(tabId: number, expected: string | RegExp, options?: PollOptions): Promise<string>;
  storageSession(): Promise<Record<string, unknown>>;
  domOfAllExtensionPages(): Promise<
    readonly { readonly url: string; readonly html: string; readonly fieldValues: readonly string[] }[]
  >;
  uncaughtErrors(): readonly { readonly text: string }[] | Promise<readonly { readonly text: string }[]>;
  /** Stops the background as after idling; false when the browser kept it, because something came meanwhile. */
  stopBackground(): Promise<boolean>;
  /** Sets after how many milliseconds without an event the browser stops the background by itself. */
  setIdleTimeout?(timeout: number): Promise<void>;
  isBackgroundRunning?(): Promise<boolean>;
  /** Gives or takes away a host permission, as the user does in the browser's own settings. */
  setHostPermission?(pattern: string): Promise<void>;
  revokeHostPermission?(pattern: string): Promise<void>;
}

export interface Driver {
  readonly api: MockApi;
  readonly inspector: ScenarioInspector;
  readonly truth: Truth;
  /** Names a part of the scenario in the report. */
  step<T>(title: string, body: () => Promise<T>): Promise<T>;
  /** Writes a figure into the report. */
  note(text: string): void;
}
