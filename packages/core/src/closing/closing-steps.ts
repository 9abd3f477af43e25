import type { StopStep } from '../errors/index.js';

interface StepLimit {
  readonly boundMs: number;
  /** What it has at most when the stop is to come to its end. Default `HURRIED_MS`. */
  readonly hurriedMs?: number;
  /** What is said of it when it was not done. */
  readonly undone: string;
}

/**
 * Everything that an end may wait for, and how long at most. In the order of a stop: what runs, the
 * hooks, the browser, and beside them the statuses of the acts and the traces; then the status of the
 * run.
 */
export const CLOSING_STEPS: Readonly<Record<StopStep, StepLimit>> = {
  // It was told to end, and heeds that within 250 ms.
  'running-work': { boundMs: 1_000, undone: 'What was under way did not end' },
  // All of them together: what they do is the user's own.
  'stop-hook': { boundMs: 30_000, undone: 'A stop hook was not done' },
  // A hand of the user's own. The one for Playwright has the bounds that follow, five when hurried.
  actuator: { boundMs: 15_000, hurriedMs: 8_000, undone: 'The actuator did not stop' },
  // A server that is slow, or a file that is large.
  'save-downloads': { boundMs: 10_000, undone: 'Downloads were not saved' },
  // Playwright opens a page for every origin that has storage.
  'read-browser-session': { boundMs: 10_000, undone: 'The browser session was not read' },
  // A page that goes on living is rid of what was put into it; one that hangs keeps it.
  'leave-page': { boundMs: 2_000, undone: 'The page was not left as it was found' },
  // A tenth of a second as a rule; some more for a machine that has much to do.
  'close-browser': { boundMs: 10_000, undone: 'The browser was not closed' },
  // A request to whoever runs it, and a second one. Beside the next.
  'end-remote-browser': {
    boundMs: 10_000,
    hurriedMs: 5_000,
    undone: 'The browser that was started for the session was not ended where it runs',
  },
  // A disk, S3, or a store of the user's own.
  'save-browser-session': { boundMs: 10_000, undone: 'The browser session was not saved' },
  // What opened after an abort is closed also later than that.
  'late-browser': { boundMs: 5_000, undone: 'What opened after the abort was not closed' },
  // Two tries of the update, where the first got no answer.
  'status-updates': { boundMs: 10_000, undone: 'Statuses that were under way did not arrive' },
  traces: { boundMs: 5_000, undone: 'The traces were not written' },
  // Two tries, each as long as RUN_STATUS_ATTEMPT_MS.
  'run-status': {
    boundMs: 12_000,
    hurriedMs: 5_000,
    undone: 'The status of the run was not put on record',
  },
};

/** For a request that ends a run: its answer takes milliseconds, and a lost one is to be asked again. */
export const RUN_STATUS_ATTEMPT_MS = 5_000;

/** How long a stop goes on at its own pace, the stop hooks included: then what is left is hurried. */
export const HURRY_AFTER_MS = 30_000;
/** What each step has from then on. */
export const HURRIED_MS = 1_000;
/** How long a step whose time is up may take to heed it: to end a process, to cut a request. */
export const HEED_MS = 500;
