import type { Clock } from '../../../deadline/clock.js';
import { limits } from '../limits.js';
import type { Ending } from '../report/ending.js';
import type { Watched } from '../watch/watched.js';

/** The time one settle has, and what ends it early. */
export interface WaitScope {
  /** Why waiting is over, once it is. */
  readonly ending: Ending | undefined;
  /**
   * Until `ms` are over, something changes in the page's surroundings, waiting is over, or `work`
   * (which must not reject) is done.
   */
  sleep(ms: number, work?: Promise<void>): Promise<void>;
  /** The result of `work`; nothing where it fails, or waiting is over before. */
  race<T>(work: Promise<T>): Promise<{ value: T } | undefined>;
  close(): void;
}

export function openWaitScope(
  watched: Watched,
  options: { clock: Clock; signal: AbortSignal; capMs: number },
): WaitScope {
  const { clock, signal } = options;
  let ending: Ending | undefined;
  let wake: (() => void) | undefined;
  let finish: () => void = () => {};
  const over = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const end = (reason: Ending) => {
    ending ??= reason;
    finish();
    wake?.();
  };
  let cancelDialog: (() => void) | undefined;
  const onChange = () => {
    const { gone, dialogOpen } = watched.state();
    if (gone) end('gone');
    if (!dialogOpen) {
      cancelDialog?.();
      cancelDialog = undefined;
    } else {
      cancelDialog ??= clock.after(limits.dialogMs, () => end('dialog'));
    }
    wake?.();
  };
  const onAbort = () => end('aborted');
  const cancelCap = clock.after(options.capMs, () => end('cap'));
  const offChange = watched.onChange(onChange);
  signal.addEventListener('abort', onAbort);
  if (signal.aborted) onAbort();
  onChange();

  return {
    get ending() {
      return ending;
    },
    sleep: (ms, work) =>
      new Promise((resolve) => {
        if (ending || ms <= 0) {
          resolve();
          return;
        }
        const mine = () => {
          if (wake === mine) wake = undefined;
          cancel();
          resolve();
        };
        const cancel = clock.after(ms, mine);
        wake = mine;
        void work?.then(mine);
      }),
    race: (work) =>
      Promise.race([
        work.then(
          (value) => ({ value }),
          () => undefined,
        ),
        over.then(() => undefined),
      ]),
    close() {
      cancelCap();
      cancelDialog?.();
      offChange();
      signal.removeEventListener('abort', onAbort);
      finish();
    },
  };
}
