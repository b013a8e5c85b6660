import type { ComponentChildren } from 'preact';
import { callCode, isWhole } from '../../lib/report/call-code';
import { callReport } from '../../lib/report/call-report';
import type { InspectedCall } from '../../lib/store/calls';
import type { InspectedExchange } from '../../lib/store/inspect';
import { sameKeyOf } from '../../lib/store/same-key';
import type { DetailTab } from '../../lib/store/view-state';
import { IconButton } from '../ui/button';
import { CopyButton } from '../ui/copy-button';
import { Glyph } from '../ui/icons';
import { useTexts } from '../ui/language';
import { Tabs } from '../ui/tabs';
import { closedByEscape } from './closed-by-escape';
import { DiagnosisTab } from './diagnosis-tab';
import { RequestTab } from './request-tab';
import { ResponseTab } from './response-tab';
import { callText } from './row-words';
import { TimingTab } from './timing-tab';

const TABS = ['diagnosis', 'request', 'response', 'timing'] as const satisfies readonly DetailTab[];

interface ExchangeDetailProps {
  readonly inspected: InspectedExchange;
  readonly call: InspectedCall;
  /** All that the page knows. */
  readonly calls: readonly InspectedCall[];
  readonly keyNumbers: ReadonlyMap<string, number>;
  readonly tab: DetailTab;
  readonly onTab: (tab: DetailTab) => void;
  readonly onClose: () => void;
  /** Its position in the file that it was read from. */
  readonly entry?: number | undefined;
  /** What else the page can do with the exchange. */
  readonly actions?: ComponentChildren;
}

/** Everything about one exchange, the verdict first. */
export function ExchangeDetail(props: ExchangeDetailProps) {
  const { inspected, call, calls, keyNumbers, tab, onTab, onClose, entry, actions } = props;
  const { texts, fill, language } = useTexts();
  const { detail } = texts;
  return (
    <section
      class="detail"
      data-region="detail"
      aria-label={fill(detail.label, { call: callText(inspected) })}
      onKeyDown={closedByEscape(onClose)}
    >
      <Tabs
        class="detail-bar"
        label={String(detail.tabsLabel)}
        items={TABS.map((id) => ({ id, label: String(detail.tabs[id]) }))}
        selected={tab}
        onSelect={onTab}
        aside={
          <span class="detail-actions">
            {actions}
            <CopyButton
              label={String(detail.copyFinding)}
              text={() => {
                const sameKey = sameKeyOf(calls, call);
                return callReport({ ...inspected, sameKey, ...(entry !== undefined && { entry }) }, language);
              }}
            />
            {isWhole(inspected.exchange) && (
              <span class="copy-code">
                <CopyButton
                  label={String(detail.languages.curl)}
                  text={() => callCode(inspected.exchange, 'curl')}
                />
              </span>
            )}
            <IconButton label={String(detail.close)} onClick={onClose}>
              <Glyph name="close" />
            </IconButton>
          </span>
        }
      >
        <div class="detail-body" key={`${inspected.exchange.id}/${tab}`}>
          {tab !== 'diagnosis' && <h2 class="sr-only">{detail.tabs[tab]}</h2>}
          {tab === 'diagnosis' && (
            <DiagnosisTab inspected={inspected} call={call} calls={calls} keyNumbers={keyNumbers} />
          )}
          {tab === 'request' && <RequestTab exchange={inspected.exchange} />}
          {tab === 'response' && <ResponseTab inspected={inspected} />}
          {tab === 'timing' && <TimingTab inspected={inspected} call={call} />}
        </div>
      </Tabs>
    </section>
  );
}
