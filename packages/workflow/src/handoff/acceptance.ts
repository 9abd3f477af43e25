import { BroadcastChannel } from 'node:worker_threads';

const nameOf = (claim: string) => `nova-act-handoff/1/${claim}`;

/** Told by a joiner whose function is about to run. Reaches the other threads of this process, no further. */
export function announceJoin(claim: string): void {
  const channel = new BroadcastChannel(nameOf(claim));
  channel.postMessage('joined');
  channel.close();
}

/** Hears of a joiner in this process. */
export class Acceptance {
  /** True as soon as there is one; false when `close` came first. */
  readonly accepted: Promise<boolean>;
  #heard = false;
  readonly #settle: (heard: boolean) => void;

  constructor(claim: string) {
    const channel = new BroadcastChannel(nameOf(claim));
    // Nobody is kept alive by waiting for a joiner that may be on another machine.
    channel.unref();
    let resolve = (_heard: boolean) => {};
    this.accepted = new Promise((settle) => {
      resolve = settle;
    });
    this.#settle = (heard) => {
      this.#heard ||= heard;
      channel.close();
      resolve(this.#heard);
    };
    channel.onmessage = () => this.#settle(true);
  }

  get heard(): boolean {
    return this.#heard;
  }

  close(): void {
    this.#settle(false);
  }
}
