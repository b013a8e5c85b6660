import type { Channel, OpenChannel } from '../messaging/channel';
import { type Collected, type CollectorWelcome, isCollectorReply } from '../messaging/messages';
import { Unkept } from '../messaging/unkept';
import type { Clock } from './steady-clock';

/** What is told at once travels together. */
const BATCH_DELAY = 25;
/** After a burst the next part of it waits, for so long a thing that was sent: each costs background and panel some time. */
const REST_EACH = 8;
const MAX_REST = 400;
const RECONNECT_DELAY = 50;

/**
 * Carries what the devtools page collects to the background: to the next one, where it was stopped meanwhile. A thing
 * that is told twice is the same thing.
 */
export class CollectorChannel {
  /** Set once a background has welcomed it: nothing goes to one before what its predecessor did not keep. */
  #channel: Channel | undefined;
  #isLost = false;
  #batch: Collected[] = [];
  #unkept = new Unkept<Collected>();
  #calls = 0;
  #document: number | undefined;
  #restUntil = 0;

  constructor(
    private readonly openChannel: OpenChannel,
    private readonly tabId: number,
    private readonly clock: Clock,
    private readonly onWelcome: (welcome: CollectorWelcome) => void,
  ) {}

  connect(): void {
    let channel: Channel;
    try {
      channel = this.openChannel();
    } catch {
      // The extension was reloaded under these DevTools: they have to be opened anew.
      this.#isLost = true;
      this.#batch = [];
      return;
    }
    channel.listen(
      (message) => {
        if (!isCollectorReply(message)) return;
        if (message.type === 'kept') {
          this.#unkept.keep(message.latest);
          return;
        }
        this.#channel = channel;
        this.onWelcome(message);
        // An earlier background may have been stopped before it kept them.
        this.#tell(this.#unkept.all());
        this.#tellDocument();
      },
      () => {
        this.#channel = undefined;
        this.clock.set(() => this.connect(), RECONNECT_DELAY);
      },
    );
    channel.send({ type: 'collect', tabId: this.tabId });
  }

  /** The tab shows another document: what the one before made was sent until now. */
  enter(document: number): void {
    this.#document = document;
    this.#flush();
    this.#tellDocument();
  }

  #tellDocument(): void {
    if (this.#document !== undefined) this.#channel?.send({ type: 'document', document: this.#document });
  }

  send(told: Collected): void {
    if (this.#isLost || this.#batch.push(told) > 1) return;
    this.clock.set(() => this.#flush(), Math.max(BATCH_DELAY, this.#restUntil - performance.now()));
  }

  #flush(): void {
    const collected = this.#batch;
    this.#batch = [];
    this.#restUntil = performance.now() + Math.min(MAX_REST, REST_EACH * collected.length);
    // Of an entry the latest form counts; a call of the page is told in steps, each with something of its own.
    for (const one of collected)
      this.#unkept.add(
        one.type === 'probe-call' ? `${one.type} ${++this.#calls}` : `${one.type} ${one.entryId}`,
        one,
      );
    this.#tell(collected);
  }

  #tell(collected: readonly Collected[]): void {
    const { latest } = this.#unkept;
    if (collected.length > 0) this.#channel?.send({ type: 'collected', collected, latest });
  }
}
