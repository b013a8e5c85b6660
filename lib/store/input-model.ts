import type { EpochMilliseconds } from '../api/units';
import { type Judgement, judge } from '../diagnosis/judge';
import type { Exchange, ExchangeId } from '../exchange/exchange';
import { createFold, type InspectedCall } from './calls';
import { createInspect, type Inspection } from './inspect';
import type { JudgedInput } from './judged-input';
import { createLastingIds } from './lasting-ids';
import { createViewStore, type ViewStore } from './view-state';

/** One input as a list shows it; lives as long as the input is open. */
export interface InputModel {
  readonly view: ViewStore;
  inspection(): Inspection;
  /** What the list shows. */
  calls(): readonly InspectedCall[];
  /** Position of an exchange in the input, by which people and links name it. */
  indexOf(id: ExchangeId): number;
  /** The exchange at this position; `undefined` where there is none, or one of another host. */
  idAt(index: number): ExchangeId | undefined;
}

function modelOf(
  exchanges: () => readonly Exchange[],
  judgeOne: typeof judge,
  isListed: (exchange: Exchange) => boolean,
): Pick<InputModel, 'view' | 'inspection' | 'calls'> {
  const inspect = createInspect(judgeOne);
  const fold = createFold();
  let latest: { readonly of: Inspection; readonly listed: Inspection['exchanges'] } | undefined;
  const inspection = () => inspect(exchanges());
  return {
    view: createViewStore(),
    inspection,
    calls() {
      const now = inspection();
      if (latest?.of !== now) {
        latest = { of: now, listed: now.exchanges.filter(({ exchange }) => isListed(exchange)) };
      }
      return fold(latest.listed);
    },
  };
}

/** A file or text that was read: its verdicts are there already. */
export function modelOfInput({ exchanges, hops }: JudgedInput): InputModel {
  const judgements = new Map<Exchange, Judgement>(
    exchanges.map(({ exchange, judgement }) => [exchange, judgement]),
  );
  const indexes = new Map(exchanges.map(({ exchange, index }) => [exchange.id, index]));
  const ids = new Map(exchanges.map(({ exchange, index }) => [index, exchange.id]));
  const all = [...judgements.keys(), ...hops].sort((a, b) => a.startedDateTime - b.startedDateTime);
  return {
    ...modelOf(
      () => all,
      (exchange, neighbours) => judgements.get(exchange) ?? judge(exchange, neighbours),
      // Hops on other hosts are neighbours for the rules and no calls to Infuzu.
      (exchange) => judgements.has(exchange),
    ),
    indexOf: (id) => indexes.get(id) ?? Number.POSITIVE_INFINITY,
    idAt: (index) => ids.get(index),
  };
}

/** The calls of a tab, which go on. They are named by their order. */
export function modelOfTab(told: () => readonly Exchange[]): InputModel {
  const lasting = createLastingIds();
  const exchanges = () => lasting(told());
  return {
    ...modelOf(exchanges, judge, () => true),
    indexOf: (id) => exchanges().findIndex((exchange) => exchange.id === id),
    idAt: (index) => exchanges()[index]?.id,
  };
}

/** Everything that stands in the input, whatever became of it. */
export function entryCount({ exchanges, unreadable, ignored }: JudgedInput): number {
  return exchanges.length + unreadable.length + ignored;
}

/** Start of the first and of the last call; `undefined` where the input tells of none. */
export function spanOf({
  exchanges,
}: JudgedInput): readonly [EpochMilliseconds, EpochMilliseconds] | undefined {
  const times = exchanges.map(({ exchange }) => exchange.startedDateTime).filter((at) => at > 0);
  const sorted = times.sort((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  return first === undefined || last === undefined ? undefined : [first, last];
}
