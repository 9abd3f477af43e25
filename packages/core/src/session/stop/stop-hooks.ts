import { preempt } from '../../deadline/pre-empt.js';
import { ValidationError } from '../../errors/index.js';
import type { StopHookOf, StopHookStart } from '../session-options.js';

/** What became of a hook that was not done. */
export interface HookFailure {
  /** Its function's name; `stop hook` for one without. */
  readonly hook: string;
  /** `abandoned`: it took too long, and is no longer waited for. */
  readonly outcome: 'failed' | 'abandoned';
  readonly error: unknown;
}

/** The stop hooks of one session, as they come and go while it lives. */
export class StopHooks<Session> {
  readonly #hooks: StopHookOf<Session>[];
  readonly #session: Session;
  #over = false;

  constructor(session: Session, hooks: readonly StopHookOf<Session>[]) {
    this.#session = session;
    this.#hooks = [...hooks];
  }

  /** They were called, or will never be. */
  get over(): boolean {
    return this.#over;
  }

  get isEmpty(): boolean {
    return this.#hooks.length === 0;
  }

  /** Called last. One that is there already stays where it is. @throws ValidationError */
  add(hook: StopHookOf<Session>): void {
    checkStopHook(hook, 'hook');
    if (!this.#hooks.includes(hook)) this.#hooks.push(hook);
  }

  /** @returns whether it was there */
  remove(hook: StopHookOf<Session>): boolean {
    const at = this.#hooks.indexOf(hook);
    if (at >= 0) this.#hooks.splice(at, 1);
    return at >= 0;
  }

  /** Rejects with what the first of them finds wrong. */
  async check(start: StopHookStart): Promise<void> {
    await Promise.all(this.#hooks.map((hook) => hook.check?.(start)));
  }

  /**
   * Calls them in their order, each once the one before is done, also after one has failed. When `signal`
   * is aborted the one that hangs is left to itself, and the others are still called. Never rejects.
   */
  async run(signal: AbortSignal, told: (failure: HookFailure) => void): Promise<void> {
    // One that a hook adds is called as well, one that it removes is not.
    for (let hook = this.#hooks.shift(); hook; hook = this.#hooks.shift()) {
      const { name: hookName = '' } = hook;
      const fail = (outcome: HookFailure['outcome'], error: unknown) =>
        told({ hook: hookName || 'stop hook', outcome, error });
      const late = signal.aborted;
      const work = (async () => hook(this.#session, signal))();
      try {
        if (late) work.catch((error: unknown) => fail('failed', error));
        else await preempt(work, signal);
      } catch (error) {
        fail(signal.aborted ? 'abandoned' : 'failed', error);
      }
    }
    this.#over = true;
  }
}

/** @throws ValidationError */
export function checkStopHook(hook: unknown, field: string): void {
  if (typeof hook === 'function') return;
  throw new ValidationError('holds something that is not a function', {
    field,
    value: hook,
    remedy: 'Pass functions that take the NovaAct.',
  });
}
