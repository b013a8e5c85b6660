import { useMemo } from 'preact/hooks';
import type { EpochMilliseconds } from '../../lib/api/units';
import { shownState } from '../../lib/diagnosis/shown-state';
import { presentValue } from '../../lib/exchange/presence';
import { clockText, durationText } from '../../lib/report/figures';
import { reasonText } from '../../lib/report/inspection-report';
import { pathText } from '../../lib/report/path-text';
import { stateOf } from '../../lib/store/calls';
import {
  type DividerLine,
  type ExchangeLine,
  isDivider,
  type Row,
  type UnreadableLine,
} from '../../lib/store/rows';
import { CodeText, plainText } from '../ui/code-text';
import { Glyph, StateIcon } from '../ui/icons';
import { KeyTag } from '../ui/key-tag';
import { useTexts } from '../ui/language';
import { useNow } from '../ui/use-now';
import { callName, partName, partText, partVerdict, verdictText } from './row-words';

export interface RowActions {
  open(row: Row): void;
  setUnfolded(id: string, unfolded: boolean): void;
}

interface ExchangeRowProps {
  readonly row: Row;
  /** Counted from 0 among the rows of the list. */
  readonly index: number;
  readonly selected: boolean;
  /** True for the one row that the Tab key reaches. */
  readonly isTabStop: boolean;
  /** Position of the call in its file, where people name it by that. */
  readonly number?: number | undefined;
  /** A letter that marks the row, as the side of a comparison. */
  readonly mark?: string | undefined;
  readonly actions: RowActions;
}

interface LineProps<Line extends Row> extends ExchangeRowProps {
  readonly row: Line;
}

/** The time that a call has taken so far, while it runs. */
function Running({ since }: { since: EpochMilliseconds }) {
  const { language } = useTexts();
  const now = useNow(true);
  return <>{durationText(Math.max(0, now - since), language.locale)}</>;
}

function TimeCell({ row }: { row: ExchangeLine }) {
  const { language } = useTexts();
  const { exchange } = row.type === 'call' ? row.call.last : row.part.member;
  const time = row.type === 'call' ? row.call.time : exchange.time;
  if (time !== undefined) return <>{durationText(time, language.locale)}</>;
  const start = row.type === 'call' ? row.call.start : exchange.startedDateTime;
  return exchange.state === 'pending' ? <Running since={start} /> : <>—</>;
}

function Twisty({ row, actions }: { row: ExchangeLine; actions: RowActions }) {
  const { texts } = useTexts();
  if (row.type === 'part' || row.parts === 0) return <span class="twisty" />;
  return (
    <button
      type="button"
      class="twisty"
      tabIndex={-1}
      aria-expanded={row.unfolded}
      aria-label={String(row.unfolded ? texts.list.fold : texts.list.unfold)}
      // The keys stay with the row that has the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        event.stopPropagation();
        actions.setUnfolded(row.id, !row.unfolded);
      }}
    >
      <Glyph name={row.unfolded ? 'unfolded' : 'folded'} size={12} />
    </button>
  );
}

/** An entry of a file that says why it could not be read. */
function UnreadableRow({ row, index, selected, isTabStop, actions }: LineProps<UnreadableLine>) {
  const { texts, fill, language } = useTexts();
  const entry = fill(texts.list.entry, { index: String(row.index) });
  const reason = reasonText(row.reason, language);
  return (
    <div
      role="row"
      class="row quiet"
      id={`row-${row.id}`}
      data-row={row.id}
      data-state="unreadable"
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-label={`${texts.states.unreadable}: ${entry}, ${plainText(reason)}`}
      tabIndex={isTabStop ? 0 : -1}
      onClick={() => actions.open(row)}
    >
      <span role="gridcell" data-column="state">
        <span class="twisty" />
        <StateIcon state="unreadable" />
      </span>
      <span role="gridcell" data-column="call">
        {entry}
      </span>
      <span role="gridcell" data-column="status" class="code">
        —
      </span>
      <span role="gridcell" data-column="verdict" title={plainText(reason)}>
        <CodeText text={reason} />
      </span>
      <span role="gridcell" data-column="key" />
      <span role="gridcell" data-column="time">
        —
      </span>
      <span role="gridcell" data-column="start" />
    </div>
  );
}

function useDividerText(row: DividerLine): string {
  const { fill, texts } = useTexts();
  const { navigated, paused, pausedUntil } = texts.list;
  if (row.type === 'navigation') return fill(navigated, { address: row.address });
  const { at, beganEarlier, to = at } = row;
  return fill(beganEarlier ? pausedUntil : paused, { from: { at }, to: { at: to } });
}

/** What happened between two calls. */
function DividerRow({ row, index, selected, isTabStop }: LineProps<DividerLine>) {
  const text = useDividerText(row);
  return (
    <div
      role="row"
      class="row divider"
      id={`row-${row.id}`}
      data-row={row.id}
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-label={text}
      tabIndex={isTabStop ? 0 : -1}
    >
      <span role="gridcell">{text}</span>
    </div>
  );
}

function ExchangeLineRow(props: LineProps<ExchangeLine>) {
  const { row, index, selected, isTabStop, number, mark, actions } = props;
  const { texts, language } = useTexts();
  const isPart = row.type === 'part';
  const isRetry = row.type === 'call' && row.retryOf !== undefined;
  const member = isPart ? row.part.member : row.call.last;
  const state = isPart ? shownState(row.part.member) : stateOf(row.call);
  const status = presentValue(member.exchange.response)?.status;
  const { request, partial } = (isPart ? row.part.member : row.call.first).exchange;
  // Also of a key without a number: the page wrote it, and the call was never made.
  const mask = isPart ? undefined : presentValue(request.credentials)?.[0]?.mask || undefined;
  const verdict = isPart ? partVerdict(row.part, language) : verdictText(row.call.lead, language);
  const isQuiet = state === 'clean' || state === 'pending' || state === 'unreadable';
  return (
    <div
      role="row"
      class={`row${isPart || isRetry ? ' part' : ''}${isQuiet ? ' quiet' : ''}`}
      id={`row-${row.id}`}
      data-row={row.id}
      data-state={state}
      data-mark={mark}
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-label={`${isPart ? partName(row.part, language) : callName(row.call, language, row)}${mark === undefined ? '' : `, ${mark}`}`}
      tabIndex={isTabStop ? 0 : -1}
      onClick={() => actions.open(row)}
    >
      <span role="gridcell" data-column="state">
        {mark !== undefined && <span class="row-mark side-letter">{mark}</span>}
        <Twisty row={row} actions={actions} />
        {isPart && state !== 'error' ? <Glyph name="branch" /> : <StateIcon state={state} />}
      </span>
      <span role="gridcell" data-column="call" class="code" title={`${request.method} ${request.url.href}`}>
        {number !== undefined && <span class="row-number">{number}</span>}
        {partial && (
          <span class="attempts" title={String(texts.list.partial)}>
            {'… '}
          </span>
        )}
        {isPart ? partText(row.part, language) : `${request.method} ${pathText(request.url)}`}
        {!isPart && row.retries > 0 && <span class="attempts"> ×{row.retries + 1}</span>}
      </span>
      <span role="gridcell" data-column="status" class="code">
        {status ?? (member.exchange.state === 'pending' ? '·' : '—')}
      </span>
      <span role="gridcell" data-column="verdict" title={plainText(verdict)}>
        <CodeText text={verdict} />
      </span>
      <span role="gridcell" data-column="key" title={mask}>
        {!isPart && <KeyTag number={row.call.keyNumber} isKeyless={row.call.isKeyless} />}
      </span>
      <span role="gridcell" data-column="time">
        <TimeCell row={row} />
      </span>
      <span role="gridcell" data-column="start">
        {clockText(member.exchange.startedDateTime, language.locale)}
      </span>
    </div>
  );
}

/** One line of the list; two lines where it is narrow, by style alone. Drawn again only when something of it changed. */
export function ExchangeRow({ row, ...rest }: ExchangeRowProps) {
  return useMemo(() => {
    if (isDivider(row)) return <DividerRow row={row} {...rest} />;
    if (row.type === 'unreadable') return <UnreadableRow row={row} {...rest} />;
    return <ExchangeLineRow row={row} {...rest} />;
  }, [row, rest.index, rest.selected, rest.isTabStop, rest.number, rest.mark, rest.actions]);
}
