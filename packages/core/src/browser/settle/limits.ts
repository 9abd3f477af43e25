/**
 * All that settling measures against, in ms unless the name says otherwise. Each number is a trade
 * between waiting for nothing and looking too early, made on pages of many kinds; the reason stands
 * with it. The whole table travels with the scripts that run in the page.
 */
export const limits = {
  // What is judged: when the page is at rest.

  /** The longest wait of one settle: by then a person would look, too. */
  capMs: 3_000,
  /** Nothing may move for this long between a cause and its paint. */
  quietMs: 100,
  /** Where no effect is seen, a page that answers slowly is given so many times its slowness more … */
  noEffectSlowness: 5,
  /** … beyond what every machine has now and then. */
  slightSlownessMs: 25,
  /** The same where everything that happened was over when the action returned. */
  quietAfterInstantMs: 50,
  /** The same where the page is known to be the one that was to come: two frames and what runs between them. */
  quietArrivedMs: 25,
  /** A page that answers later than this is slow: the quiet window grows with its delay … */
  promptMs: 8,
  /** … by this at most. */
  slownessMs: 150,
  /** When, in the quiet window, the capture is begun: late enough for the paint, and done by its end. */
  captureAfterMs: 20,
  /** The same where everything that happened was over when the action returned. */
  captureAfterInstantMs: 10,
  /** A look in the midst of waiting is worth its time where at least so much is left to wait. */
  earlyLookMs: 300,
  /** How often it is asked whether a look is worth it, while a request is waited for. */
  glanceEveryMs: 200,
  /** A page that has not held still for so long, while it is waited for, is looked at all the same. */
  restlessMs: 600,
  /** What fades in is there after this. */
  fadedInMs: 400,
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
  /** How long an open dialog may stay before it is the state of the page: most are answered at once. */
  dialogMs: 50,
  /** How often the page is asked again while something in it is pending. */
  probeEveryMs: 50,
  /** Arming is not waited for longer: a blocked page cannot be armed. */
  armMs: 300,
  /** A frame other than the main one that does not answer for this long is not waited for. */
  silentFrameMs: 400,
  /** How long before the look at which it was last seen a timer's effect may be dated. */
  timerEffectMs: 80,
  /** What was not waited for may, until so long after it was due, be the cause of a change. */
  lateEffectMs: 1_000,

  // What is watched from outside of the page: requests, sockets, frames, windows.

  /** A request without an answer for this long is left to itself, and its call site remembered. */
  stalledRequestMs: 2_800,
  /** A request without an end for this long may be held by its server until there is news. */
  heldMs: 500,
  /** What is made for others to count is given so long for an answer. */
  countedMs: 250,
  /** An image of no more bytes is one that is there to be counted. */
  pixelBytes: 200,
  /** … as is one that is no larger, in CSS pixels. */
  pixelSize: 2,
  /** A body is left to itself after this, unless the page is known to read it. */
  silentBodyMs: 120,
  /** A body that is read may pause for this long between its pieces. */
  silentStreamMs: 1_000,
  /** A request of the same call site this long after the last one is a poll, not a loop. */
  pollGapMs: 40,
  /** One that begins so soon after the end of the same one, which was held, is that one again. */
  restartMs: 100,
  /** A request that was open for this long, since before the action, was held by its server. */
  heldPollMs: 1_000,
  /** From the fourth request for the same on, a poll that the action began is background. */
  pollRequests: 3,
  /** … once the action is so long ago: a job may be asked for more often at first. */
  pollUntilMs: 2_000,
  /** Where each asks for something else, it is page after page of one answer, but no more than so many. */
  pagesOfOneAnswer: 12,
  /** A pause of this length ends a rhythm of requests. */
  rhythmEndsMs: 10_000,
  /** An answer that comes within this was slow; one that takes longer was held back on purpose. */
  heldAnswerMs: 10_000,
  /** What was said to the server, over a socket or by opening a stream, may be answered so late. */
  firstMessageMs: 1_800,
  /** The same in a document that is new with the action: there it is mostly the page's own business. */
  socketReplyMs: 700,
  /** A message or short answer that changed nothing acknowledges: the rest may come so much later. */
  ackMs: 1_100,
  /** A message that changed the page may be followed by another within this … */
  nextMessageMs: 300,
  /** … or, where they come more slowly, within two of their gaps, but this at most. */
  slowestPaceMs: 800,
  /** A talk that goes on for this long has no end. */
  talkMs: 4_000,
  /** An answer of no more bytes may be an acknowledgement. */
  ackBytes: 1_000,
  /** A pause of this length ends a rhythm of messages: some hearts beat once in half a minute. */
  messageRhythmEndsMs: 80_000,
  /** Two messages of unlike kinds within this, before the action: a talk of others is going on. */
  noiseMs: 3_000,
  /** A message may, until so long after the page was left as it was, be a late answer. */
  lateMessageMs: 3_000,
  /** A frame that moves to another process must be found again within this. */
  frameSwapMs: 300,
  /** A window that the page opens must be there within this. */
  newWindowMs: 1_500,

  // What is watched from inside of it: timers, loops, threads, animations, what loads, what moves.

  /** Shorter timers are covered by the quiet window. */
  shortestTimerMs: 15,
  /** A one-shot timer due later than this after its start is not an effect of the action. */
  longestTimerMs: 2_300,
  /** Work, and a timer that is set again with an answer of the server in between, until so long after it. */
  hopsUntilMs: 2_900,
  /** A timer that is set again by itself is followed until this long after the action. */
  rearmedUntilMs: 1_200,
  /** Timers of a busy page run late; one that has not run by then was lost with its document. */
  lateTimerMs: 2_000,
  /** Longer intervals are over with their first time: what comes after is a clock. */
  longestIntervalMs: 400,
  /** Intervals and frame loops that the action began are followed for this long. */
  loopMs: 1_000,
  /** Frames that come more seldom are none of one loop. */
  slowFrameMs: 400,
  /** Work that the action cuts into tasks is followed for this long. */
  tasksMs: 1_500,
  workerReplyMs: 1_500,
  /** After a first message of a worker another may come: work that has begun says how far it is. */
  nextWorkerMessageMs: 400,
  /** Keys that are derived, pictures that are decoded. */
  platformWorkMs: 2_300,
  idleCallbackMs: 1_000,
  databaseMs: 1_000,
  longestAnimationMs: 3_000,
  /** A page that sends its reader on by itself has gone, when its time has come, so soon. */
  refreshMs: 500,
  /** Images, fonts, the document's own load: the same patience as with a request. */
  loadingMs: 2_800,
  /** What moves for this long without a pause is background. */
  backgroundAfterMs: 1_000,
  /** A pause of this length, while it moves, is a pause. */
  movementPauseMs: 700,
  /** A pause of this length ends a rhythm of movements. */
  movementRhythmEndsMs: 5_000,
  /** A pause of this length ends a rhythm of timers and the like. */
  schedulingRhythmEndsMs: 8_000,

  // What is watched by pictures alone.

  /** Pictures are taken this far apart … */
  pictureEveryMs: 500,
  /** … until so many in a row are alike … */
  picturesAlike: 3,
  /** … which they are while less than this share of their pixels differs … */
  alikeBelowShare: 0.25,
  /** … by this, of 255, in any colour: less is the same to the eye. */
  visibleDifference: 24,
} as const;

export type Limits = typeof limits;
