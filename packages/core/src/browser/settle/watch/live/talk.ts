import { limits } from '../../limits.js';

/** Something was said to the server, and what comes back may come in pieces, without an end. */
export interface Talk {
  /** Tells apart who said what: what is never answered is not waited for again. */
  readonly key: string;
  readonly label: string;
  readonly startedAtMs: number;
  /** So many questions of one kind, the last of them then; each may have its own answer. */
  asked: { times: number; lastAtMs: number };
  /** How long the first message may take. */
  readonly firstMs: number;
  /** How long after a message that changed nothing the next may come. */
  readonly ackMs: number;
  /** How long after one that did. */
  readonly nextMs: number;
  /** The last message: by the settler's clock, and by the page's. */
  heardAtMs?: number;
  heardAtEpochMs?: number;
  heardTimes: number;
  longestGapMs: number;
  /** One that may be of others' talk: heard once the page has changed by it. */
  overheard?: { atMs: number; atEpochMs: number };
  /** Began with the short answer to a request. */
  readonly isAfterRequest: boolean;
  /** A message has changed the page. */
  shown: boolean;
}

/** It was asked more often than it was answered: the answers of a busy server come late, but come. */
export const lacksAnswers = ({ asked, heardTimes }: Talk): boolean => heardTimes < asked.times;

export function heard(talk: Talk, nowMs: number, epochMs: number): void {
  // A pace is that of what is shown: how long after an acknowledgement the rest comes is none, nor is it
  // how long after another answer.
  if (talk.heardAtMs !== undefined && talk.shown && !lacksAnswers(talk)) {
    talk.longestGapMs = Math.max(talk.longestGapMs, nowMs - talk.heardAtMs);
  }
  talk.heardTimes += 1;
  talk.heardAtMs = nowMs;
  talk.heardAtEpochMs = epochMs;
}

/** Until when more may come. `isBusy`: the page says of itself that it waits. */
export function talkEndsAtMs(talk: Talk, isBusy: boolean): number {
  const latestMs = talk.startedAtMs + limits.talkMs;
  if (talk.heardAtMs === undefined) return Math.min(latestMs, talk.startedAtMs + talk.firstMs);
  const paceMs = Math.min(limits.slowestPaceMs, talk.longestGapMs * 2);
  const patienceMs = isBusy || !talk.shown ? talk.ackMs : Math.max(talk.nextMs, paceMs);
  const nextAnswerMs = lacksAnswers(talk) ? talk.asked.lastAtMs + talk.firstMs : 0;
  return Math.min(latestMs, Math.max(talk.heardAtMs + patienceMs, nextAnswerMs));
}
