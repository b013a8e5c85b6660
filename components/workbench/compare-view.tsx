import { shownState } from '../../lib/diagnosis/shown-state';
import { presentValue } from '../../lib/exchange/presence';
import { type Comparison, compareExchanges, isFailing } from '../../lib/report/compare';
import { comparisonMarkdown } from '../../lib/report/compare-markdown';
import { comparisonHeadline, likenessText, replySentence } from '../../lib/report/compare-text';
import type { InspectedExchange } from '../../lib/store/inspect';
import { FindingView } from '../exchange/finding-view';
import { usePageKey } from '../exchange/use-page-key';
import { Button, IconButton } from '../ui/button';
import { CodeText, plainText } from '../ui/code-text';
import { CopyButton } from '../ui/copy-button';
import { Glyph, StateIcon } from '../ui/icons';
import { useTexts } from '../ui/language';
import { CompareTable } from './compare-table';
import { TellingCredentials } from './telling-credentials';

export interface CompareSide {
  readonly inspected: InspectedExchange;
  /** `Entry 118`. */
  readonly name: string;
}

interface CompareViewProps {
  readonly a: CompareSide | undefined;
  readonly b: CompareSide | undefined;
  /** Where there is room, the reply stands at the foot; else before what is long. */
  readonly isWide: boolean;
  readonly onSwap: () => void;
  /** Back to what was compared before; `undefined` where nothing was. */
  readonly onBack: (() => void) | undefined;
  readonly onClose: () => void;
}

function SideHead({ letter, side }: { letter: 'A' | 'B'; side: CompareSide | undefined }) {
  const { texts, fill } = useTexts();
  const { compare } = texts.workbench;
  if (side === undefined) {
    return (
      <p class="side" data-empty>
        <span class="side-letter">{letter}</span>
        {fill(letter === 'A' ? compare.pickA : compare.pickB)}
      </p>
    );
  }
  const { inspected, name } = side;
  const status = presentValue(inspected.exchange.response)?.status;
  const state = shownState(inspected);
  const word = isFailing(inspected) ? compare.fails : status === undefined ? compare.open : compare.works;
  return (
    <p class="side">
      <span class="side-letter">{letter}</span>
      <span>{name}</span>
      <span class="side-state" data-failing={isFailing(inspected)}>
        <StateIcon state={state} />
        {status ?? ''} {word}
      </span>
    </p>
  );
}

interface BodyProps {
  readonly comparison: Comparison;
  readonly a: CompareSide;
  readonly b: CompareSide;
}

/** What explains the failure first, then what differs, what is the same, and what came back. */
function CompareBody({ comparison, a, b }: BodyProps) {
  const { texts, fill } = useTexts();
  const { compare } = texts.workbench;
  const { explains, telling, differing, isRestHarmless, same, answers } = comparison;
  const { exchange } = b.inspected;
  const place = exchange.initiator.place ?? presentValue(exchange.written)?.place;
  return (
    <div class="compare-body">
      {telling.length > 0 && <h3>{compare.explains}</h3>}
      <TellingCredentials a={a} b={b} comparison={comparison} />
      <CompareTable
        title={fill(compare.explains)}
        facts={telling.filter(({ isCredential }) => isCredential !== true)}
        differing="tells"
        hasHeading
      />
      {explains.map((finding, i) => (
        <FindingView
          key={`${finding.rule}/${finding.message}`}
          finding={finding}
          request={exchange.request}
          place={place}
          isHeadline={false}
          isFirst={i === 0}
        />
      ))}
      <CompareTable
        title={fill(isRestHarmless ? compare.differs : compare.differsPlain)}
        facts={differing}
        {...(isRestHarmless && { differing: 'harmless' })}
      />
      <CompareTable title={fill(compare.same)} facts={same} shown={4} />
      <CompareTable title={fill(compare.answers)} facts={answers} differing="tells" />
    </div>
  );
}

/** Two exchanges side by side, with one sentence for the reply to the customer. */
export function CompareView(props: CompareViewProps) {
  const { a, b, isWide, onSwap, onBack, onClose } = props;
  usePageKey('Escape', onClose);
  const { texts, fill, language } = useTexts();
  const { compare } = texts.workbench;
  const both = a && b && { a, b, comparison: compareExchanges(a.inspected, b.inspected, language) };
  const likeness = both ? likenessText(both.comparison, language) : '';
  const reply = both ? replySentence(both.comparison, both.b.inspected, language) : '';
  const markdown = () =>
    both
      ? comparisonMarkdown(
          both.comparison,
          { ...both.a.inspected, name: both.a.name },
          { ...both.b.inspected, name: both.b.name },
          language,
        )
      : '';
  const replyPart = both && (
    <footer class="reply">
      <div>
        <h3>{compare.reply}</h3>
        <p>
          <CodeText text={reply} />
        </p>
      </div>
      <CopyButton kind="plain" label={fill(compare.copyReply)} text={() => plainText(reply)} />
    </footer>
  );
  return (
    <section class="detail compare" data-region="compare" aria-label={fill(compare.label)} tabIndex={-1}>
      <header class="compare-head">
        <div>
          <h2>
            <CodeText
              text={
                both ? comparisonHeadline(both.comparison, both.b.inspected, language) : fill(compare.label)
              }
            />
          </h2>
          {likeness !== '' && <p class="quiet-text">{likeness}</p>}
        </div>
        <span class="detail-actions">
          {onBack && (
            <Button title={fill(compare.backTitle)} onClick={onBack}>
              {compare.back}
            </Button>
          )}
          <Button onClick={onSwap}>{compare.swap}</Button>
          {both && <CopyButton kind="plain" label={fill(compare.copy)} text={markdown} />}
          <IconButton label={fill(compare.close)} onClick={onClose}>
            <Glyph name="close" />
          </IconButton>
        </span>
      </header>
      <div class="sides">
        <SideHead letter="A" side={a} />
        <SideHead letter="B" side={b} />
      </div>
      {!isWide && replyPart}
      {both && (
        <section
          class="compare-scroll"
          aria-label={fill(compare.details)}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by the keyboard
          tabIndex={0}
        >
          <CompareBody comparison={both.comparison} a={both.a} b={both.b} />
        </section>
      )}
      {isWide && replyPart}
    </section>
  );
}
