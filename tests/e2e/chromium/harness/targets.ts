/** Every target of the browser, as the browser tells of them: to ask for them again and again would keep it busy. */
import type { Connection } from './connection';

export interface TargetInfo {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
  readonly title: string;
  readonly parentId?: string;
  readonly parentFrameId?: string;
}

export class Targets {
  readonly #known = new Map<string, TargetInfo>();

  private constructor(connection: Connection) {
    connection.on(({ method, params }) => {
      if (method === 'Target.targetCreated' || method === 'Target.targetInfoChanged') {
        const info = params['targetInfo'] as TargetInfo;
        this.#known.set(info.targetId, info);
      } else if (method === 'Target.targetDestroyed') this.#known.delete(params['targetId'] as string);
    });
  }

  /** Follows the targets of all types (the protocol hides some unless asked); resolves when those that exist are known. */
  static async follow(connection: Connection): Promise<Targets> {
    const targets = new Targets(connection);
    await connection.send('Target.setDiscoverTargets', { discover: true, filter: [{}] });
    return targets;
  }

  all(): TargetInfo[] {
    return [...this.#known.values()];
  }
}
