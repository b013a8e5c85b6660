import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bytes } from '../api/units';
import type { InputProblem } from '../observe/input-problem';
import type { DeepLink } from './deep-link';
import type { JudgedInput } from './judged-input';

/** What the user brought: a file, or text from the clipboard. */
export interface InputSource {
  readonly name: string;
  readonly data: Blob;
}

/** What the workbench asks of its page; the entrypoint provides it, tests provide a twin. */
export interface WorkbenchPage {
  /** Text of the clipboard; `undefined` when the browser does not hand it out. */
  readClipboard(): Promise<string | undefined>;
  /** The link that the page was opened with, or that was set since. Calls back with each new one. */
  watchLink(onLink: (link: DeepLink) => void): () => void;
  /** Writes where the user is into the page's address. */
  setLink(link: DeepLink | undefined): void;
}

/** What a reading tells; `done` or `failed` is the last of it. */
export interface ReadingEvents {
  /** From 0 to 1. */
  progress(fraction: number): void;
  done(input: JudgedInput): void;
  /** `broke-off`: the reader itself came to an end, as when memory runs out. */
  failed(problem: InputProblem | 'broke-off'): void;
}

/** Reads one source off the main thread; the answer cancels it. */
export type StartReading = (source: InputSource, events: ReadingEvents) => () => void;

export type InputState =
  | { readonly type: 'reading'; readonly progress: number }
  | { readonly type: 'read'; readonly input: JudgedInput }
  | { readonly type: 'failed'; readonly problem: InputProblem | 'broke-off' };

export interface OpenInput {
  readonly id: string;
  readonly name: string;
  readonly size: Bytes;
  readonly state: InputState;
}

/** The calls of a tab of this browser stand beside the inputs under this id. */
export const TAB_INPUT = 'tab';

/** An exchange that takes part in a comparison. */
export interface Mark {
  readonly input: string;
  readonly exchange: string;
}

export type Side = 'a' | 'b';
export type Marks = { readonly [S in Side]?: Mark };

/** How many steps a comparison can be taken back. */
const MAX_EARLIER = 50;

export interface WorkbenchState {
  readonly inputs: readonly OpenInput[];
  /** Id of the input that is shown; `undefined` for none. */
  readonly current: string | undefined;
  /** `a` works, `b` fails: that is how a comparison reads. `undefined`: nothing is compared. */
  readonly marks: Marks | undefined;
  /** What was compared before, the latest last. */
  readonly earlier: readonly Marks[];
}

export interface WorkbenchActions {
  open(sources: readonly InputSource[]): void;
  /** Closes an input, and cancels its reading. */
  close(id: string): void;
  show(id: string): void;
  compare(marks: Marks | undefined): void;
  /** Goes back to what was compared before. */
  compareEarlier(): void;
}

export type WorkbenchStore = StoreApi<WorkbenchState & WorkbenchActions>;

const isOf = (id: string) => (marks: Marks | undefined) => marks?.a?.input === id || marks?.b?.input === id;

/** `ticket.har (2)` where another input has the name already. */
function nameBeside(inputs: readonly OpenInput[], name: string): string {
  let own = name;
  for (let n = 2; inputs.some((input) => input.name === own); n++) own = `${name} (${n})`;
  return own;
}

/** @param hasTab whether the calls of a tab stand beside the inputs */
export function createWorkbench(startReading: StartReading, hasTab = false): WorkbenchStore {
  const cancels = new Map<string, () => void>();
  let opened = 0;
  return createStore<WorkbenchState & WorkbenchActions>()((set) => {
    const setState = (id: string, state: InputState) =>
      set(({ inputs }) => ({
        inputs: inputs.map((input) => (input.id === id ? { ...input, state } : input)),
      }));
    const open = (source: InputSource) => {
      const id = `input-${++opened}`;
      const { name, data } = source;
      set(({ inputs }) => ({
        inputs: [
          ...inputs,
          {
            id,
            name: nameBeside(inputs, name),
            size: data.size,
            state: { type: 'reading', progress: 0 },
          },
        ],
        current: id,
      }));
      const cancel = startReading(source, {
        progress: (progress) => setState(id, { type: 'reading', progress }),
        done: (read) => setState(id, { type: 'read', input: read }),
        failed: (problem) => setState(id, { type: 'failed', problem }),
      });
      cancels.set(id, cancel);
    };
    return {
      inputs: [],
      current: hasTab ? TAB_INPUT : undefined,
      marks: undefined,
      earlier: [],
      open: (sources) => sources.forEach(open),
      close(id) {
        cancels.get(id)?.();
        cancels.delete(id);
        set(({ inputs, current, marks, earlier }) => {
          const at = inputs.findIndex((input) => input.id === id);
          const left = inputs.filter((input) => input.id !== id);
          const next = left[Math.min(at, left.length - 1)]?.id ?? (hasTab ? TAB_INPUT : undefined);
          return {
            inputs: left,
            current: current === id ? next : current,
            marks: isOf(id)(marks) ? undefined : marks,
            earlier: isOf(id)(marks) ? [] : earlier.filter((one) => !isOf(id)(one)),
          };
        });
      },
      show: (current) => set({ current }),
      compare: (marks) =>
        set(({ marks: before, earlier }) => ({
          marks,
          earlier: marks && before ? [...earlier, before].slice(-MAX_EARLIER) : [],
        })),
      compareEarlier: () =>
        set(({ marks, earlier }) => ({ marks: earlier.at(-1) ?? marks, earlier: earlier.slice(0, -1) })),
    };
  });
}
