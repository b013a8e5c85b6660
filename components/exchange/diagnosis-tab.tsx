import { shownState } from '../../lib/diagnosis/shown-state';
import { unfollowedTarget } from '../../lib/diagnosis/unfollowed';
import { presentValue } from '../../lib/exchange/presence';
import type { HeadlineKey } from '../../lib/messages/diagnosis-texts';
import type { detailTexts } from '../../lib/messages/en/interface-detail';
import { sameKeyText } from '../../lib/report/same-key-text';
import { sentenceText } from '../../lib/report/words';
import type { InspectedCall } from '../../lib/store/calls';
import type { InspectedExchange } from '../../lib/store/inspect';
import { sameKeyOf } from '../../lib/store/same-key';
import { CodeText } from '../ui/code-text';
import { StateIcon } from '../ui/icons';
import { useTexts } from '../ui/language';
import { Credentials } from './anatomy';
import { FindingView } from './finding-view';
import { PartialNote } from './partial-note';
import { RedirectChain } from './redirect-chain';
import { ServerMessages } from './server-messages';
import { spansOf, TimeBar } from './timing-tab';
import { TruthView } from './truth-view';

/** What the page's code may have wanted. */
const CHOSEN = new Set<HeadlineKey>(['failed-aborted', 'given-up', 'redirect-not-followed']);

/** Which text under `detail.outcome` says how sure a verdict is; none where its sentence is all that can be said. */
function outcomeOf(inspected: InspectedExchange): keyof typeof detailTexts.outcome | undefined {
  const { diagnosis, exchange, kind } = inspected;
  const { headline, outcome, findings } = diagnosis;
  const state = shownState(inspected);
  const isAnswered = exchange.response.status === 'present';
  if (state === 'pending' || state === 'warning') return state;
  if (outcome === 'predicted' && (exchange.state === 'redirected' || unfollowedTarget(exchange)))
    return 'onTheWay';
  if (outcome === 'stopped') return isAnswered && kind !== 'preflight' ? 'hidden' : 'notSent';
  if (outcome === 'unexplained' && !isAnswered) return 'failed';
  if (headline.from === 'diagnosis') {
    if (headline.key === 'interrupted') return 'broken';
    if (CHOSEN.has(headline.key)) return 'meant';
  }
  if (outcome === 'unexplained') return undefined;
  if (outcome !== 'clean') return outcome;
  if (state === 'notice') return 'inPart';
  return findings.length > 0 ? 'cleanNotice' : 'clean';
}

/** The verdict in one sentence, and how sure it is. */
function VerdictHead({ inspected, call, calls }: Pick<DiagnosisTabProps, 'inspected' | 'call' | 'calls'>) {
  const { texts, language } = useTexts();
  const sameKey = sameKeyOf(calls, call);
  const outcome = outcomeOf(inspected);
  return (
    <div class="verdict-head" data-state={shownState(inspected)}>
      <StateIcon state={shownState(inspected)} size={20} />
      <div>
        <h2>
          <CodeText text={sentenceText(inspected.diagnosis.headline, 'text', language)} />
        </h2>
        {outcome && <p>{texts.detail.outcome[outcome]}</p>}
        {sameKey && (
          <p>
            <CodeText text={sameKeyText(sameKey, language)} />
          </p>
        )}
      </div>
    </div>
  );
}

interface DiagnosisTabProps {
  readonly inspected: InspectedExchange;
  readonly call: InspectedCall;
  readonly calls: readonly InspectedCall[];
  readonly keyNumbers: ReadonlyMap<string, number>;
}

/** What is wrong and how to mend it: the answer to why the page was opened. */
export function DiagnosisTab(props: DiagnosisTabProps) {
  const { inspected, call, calls, keyNumbers } = props;
  const { texts, fill } = useTexts();
  const { exchange, diagnosis, crashed } = inspected;
  const { headline } = diagnosis;
  const response = presentValue(exchange.response);
  const body = response && presentValue(response.body);
  const place = exchange.initiator.place ?? presentValue(exchange.written)?.place;
  const serverMessages = body && response && (
    <ServerMessages body={body} status={response.status} inspected={inspected} />
  );
  // Where the request shows no fault, what the server reported is all there is to go by.
  const explainsItself = diagnosis.outcome === 'unexplained';
  return (
    <>
      <VerdictHead inspected={inspected} call={call} calls={calls} />
      <PartialNote exchange={exchange} />
      <TruthView inspected={inspected} />
      {explainsItself && serverMessages}
      {diagnosis.findings.length > 0 && (
        <section class="findings" aria-label={String(texts.detail.findings)}>
          {diagnosis.findings.map((finding, i) => (
            <FindingView
              key={`${finding.rule}/${i}`}
              finding={finding}
              request={exchange.request}
              place={place}
              isFirst={i === 0 && finding.severity !== 'notice'}
              isHeadline={headline.finding === finding}
            />
          ))}
        </section>
      )}
      {crashed.map((rule) => (
        <p class="quiet-text" key={rule}>
          <CodeText text={fill(texts.detail.finding.crashed, { rule })} />
        </p>
      ))}
      <RedirectChain inspected={inspected} call={call} />
      <Credentials exchange={exchange} keyNumbers={keyNumbers} />
      {!explainsItself && serverMessages}
      <TimeBar spans={spansOf(inspected, call)} />
    </>
  );
}
