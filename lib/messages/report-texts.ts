import type { Template } from './message';

/** Words of the command line's report. */
export interface ReportTexts {
  readonly standardInput: Template;
  readonly calls: Template;
  readonly noCalls: Template;
  readonly noReadableCalls: Template;
  readonly ignored: Template;
  readonly unreadable: Template;
  readonly shown: Template;
  readonly noStatus: Template;
  readonly severity: Readonly<Record<'error' | 'warning' | 'notice', Template>>;
  readonly outcome: Readonly<
    Record<'confirmed' | 'contradicted' | 'unexplained' | 'stopped' | 'predicted' | 'tolerated', Template>
  >;
  readonly server: Template;
  readonly remedy: Template;
  readonly see: Template;
  readonly crashed: Template;
}
