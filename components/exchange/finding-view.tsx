import { createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { CodeFrame, CodePlace, RequestFacts } from '../../lib/exchange/exchange';
import { DOCUMENTATION } from '../../lib/report/documentation';
import { findingText, locationText, remedyText } from '../../lib/report/words';
import type { Finding, Location } from '../../lib/rules/rule';
import { useActions } from '../ui/actions';
import { ExternalLink } from '../ui/button';
import { CodeText } from '../ui/code-text';
import { Glyph, StateIcon } from '../ui/icons';
import { useTexts } from '../ui/language';
import { CorrectionView } from './correction-view';

function fileNameOf(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1) || url;
}

/** `askInfuzu.ts:41`; opens in Sources where the page can. */
function FrameLink({ frame }: { frame: CodeFrame }) {
  const { openSource } = useActions();
  const text = `${fileNameOf(frame.url)}:${frame.line}`;
  if (openSource === undefined) {
    return (
      <span class="code" title={frame.url}>
        {text}
      </span>
    );
  }
  return (
    <button
      type="button"
      class="link inline-link code"
      title={frame.url}
      onClick={() => openSource(frame.url, frame.line)}
    >
      {text}
    </button>
  );
}

/** `page.js:14 ← askInfuzu.ts:41`. */
function PlaceLinks({ place }: { place: CodePlace }) {
  return (
    <>
      <FrameLink frame={place} />
      {place.caller && (
        <>
          {' ← '}
          <FrameLink frame={place.caller} />
        </>
      )}
    </>
  );
}

/** The rule that a link leads to: its finding is unfolded and in sight. */
export const LinkedRule = createContext<string | undefined>(undefined);

/** The code that made the call wrote its headers, URL and body; of an answer or a connection it only is the cause. */
function isSetByCode({ type }: Location): boolean {
  return type === 'header' || type === 'url' || type === 'body';
}

interface FindingViewProps {
  readonly finding: Finding;
  /** Of the call that it is about. */
  readonly request: RequestFacts;
  readonly place: CodePlace | undefined;
  /** The verdict says the finding's sentence already. */
  readonly isHeadline: boolean;
  /** The one that explains the most: it is never folded. */
  readonly isFirst: boolean;
}

/** Where, why, and how to mend it. */
function FindingMore({ finding, request, place, isHeadline }: FindingViewProps) {
  const { texts, language } = useTexts();
  const words = texts.detail.finding;
  const rule = language.rules[finding.rule];
  return (
    <div class="finding-more">
      {!isHeadline && (
        <p>
          <CodeText text={findingText(finding, 'text', language)} />
        </p>
      )}
      <dl class="facts">
        <div class="fact">
          <dt>{words.where}</dt>
          <dd>
            <CodeText text={locationText(finding.location, language)} />
            {place !== undefined && (
              <>
                {', '}
                {isSetByCode(finding.location) ? words.setIn : words.calledIn} <PlaceLinks place={place} />
              </>
            )}
          </dd>
        </div>
        {rule !== undefined && (
          <>
            <div class="fact">
              <dt>{words.why}</dt>
              <dd>
                <CodeText text={rule.description} />
              </dd>
            </div>
            <div class="fact remedy">
              <dt>{words.remedy}</dt>
              <dd>
                <CodeText text={remedyText(finding, language)} />
              </dd>
            </div>
          </>
        )}
      </dl>
      <CorrectionView finding={finding} request={request} />
    </div>
  );
}

/** One mistake; all but the first are folded to its cause in a few words. */
export function FindingView(props: FindingViewProps) {
  const { finding, isFirst } = props;
  const { texts, language } = useTexts();
  const words = texts.detail.finding;
  const isLinked = useContext(LinkedRule) === finding.rule;
  const [unfolded, setUnfolded] = useState(isFirst || isLinked);
  const article = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isLinked) article.current?.scrollIntoView({ block: 'nearest' });
  }, [isLinked]);
  const documentation = DOCUMENTATION.get(finding.rule);
  return (
    <article ref={article} class="finding" data-severity={finding.severity} data-rule={finding.rule}>
      <header>
        <StateIcon state={finding.severity} />
        <h3>
          <CodeText text={findingText(finding, 'short', language)} />
        </h3>
        <span class="code rule-id">{finding.rule}</span>
        <span class="aside">
          {documentation !== undefined && (
            <ExternalLink href={documentation}>{words.documentation}</ExternalLink>
          )}
          {!isFirst && (
            <button
              type="button"
              class="twisty"
              aria-expanded={unfolded}
              aria-label={String(words.more)}
              title={String(words.more)}
              onClick={() => setUnfolded(!unfolded)}
            >
              <Glyph name={unfolded ? 'unfolded' : 'folded'} size={12} />
            </button>
          )}
        </span>
      </header>
      {unfolded && <FindingMore {...props} />}
    </article>
  );
}
