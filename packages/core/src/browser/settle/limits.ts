/**
 * How long each kind of cause is waited for, in ms. Measured on pages of many kinds; each is a
 * trade between waiting for nothing and looking too early.
 */
export const limits = {
  /** The longest wait of one settle. */
  capMs: 3_000,
  /** Nothing may move for this long between a cause and its paint. */
  quietMs: 100,
  /** The same where everything that happened was over when the action returned. */
  quietAfterInstantMs: 50,
  /** A page that answers later than this is slow: the quiet window grows with its delay … */
  promptMs: 8,
  /** … by this at most. */
  slownessMs: 150,
  /** When, in the quiet window, the capture is begun. */
  captureAfterMs: 20,
  /** The same where everything that happened was over when the action returned. */
  captureAfterInstantMs: 10,
  /** A capture that was begun while documents changed may never be answered. */
  hungCaptureMs: 1_000,
  /** An action returns this long at most after the last thing it did to the page. */
  returnMs: 25,
  /** An action without a visible effect is given this long from its end … */
  noEffectMs: 500,
  /** … and this long from the end of the last request it caused. */
  noEffectAfterRequestMs: 1_000,
  /** A part of the page says that it is busy (`aria-busy`) and nothing we know of is going on. */
  busyMs: 1_000,
  /** A request without an answer for this long is left to itself, and its call site remembered. */
  stalledRequestMs: 2_800,
  /** A body is left to itself after this, unless the page is known to read it. */
  silentBodyMs: 120,
  /** A body that is read may pause for this long between its pieces. */
  silentStreamMs: 700,
  /** A request of the same call site this long after the last one is a poll, not a loop. */
  pollGapMs: 40,
  /** From the fourth request on, a poll that the action began is background. */
  pollRequests: 3,
  /** A message to a socket waits this long for an answer. */
  socketReplyMs: 700,
  /** A frame that moves to another process must be found again within this. */
  frameSwapMs: 300,
  /** A window that the page opens must be there within this. */
  newWindowMs: 1_500,
  /** A frame other than the main one that does not answer for this long is not waited for. */
  silentFrameMs: 400,
  /** How long an open dialog may stay before it is the state of the page. */
  dialogMs: 50,
  /** How often the page is asked again while something in it is pending. */
  probeEveryMs: 50,
  /** Arming is not waited for longer: a blocked page cannot be armed. */
  armMs: 300,
} as const;

/** Limits inside the page; they travel with the in-page source. */
export const inPageLimits = {
  /** Shorter timers are covered by the quiet window. */
  shortestTimerMs: 15,
  /** A one-shot timer due later than this after its start is not an effect of the action. */
  longestTimerMs: 2_300,
  /** A timer that is set again by itself is followed until this long after the action. */
  rearmedUntilMs: 1_200,
  longestIntervalMs: 400,
  /** Intervals and frame loops that the action began are followed for this long. */
  loopMs: 1_000,
  workerReplyMs: 1_500,
  idleCallbackMs: 1_000,
  databaseMs: 1_000,
  longestAnimationMs: 3_000,
  loadingMs: 2_800,
  /** What moves for this long without a pause is background. */
  backgroundAfterMs: 1_000,
} as const;

export type InPageLimits = typeof inPageLimits;
