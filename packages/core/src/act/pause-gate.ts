import { preempt } from '../deadline/pre-empt.js';

/** Holds an act between two of its calls while the session is paused. */
export class PauseGate {
  #closed: { opened: Promise<void>; open: () => void } | undefined;

  get paused(): boolean {
    return this.#closed !== undefined;
  }

  pause(): void {
    if (this.#closed) return;
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    this.#closed = { opened, open };
  }

  resume(): void {
    this.#closed?.open();
    this.#closed = undefined;
  }

  /** Resolves at once unless paused; rejects with the signal's reason when it is aborted. */
  async pass(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    while (this.#closed) await preempt(this.#closed.opened, signal);
  }
}
