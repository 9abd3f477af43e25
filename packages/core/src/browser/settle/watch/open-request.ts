import { limits } from '../limits.js';
import type { Cause } from './causes.js';

/** A request that began after the mark and is waited for. */
export interface OpenRequest extends Cause {
  readonly key: string;
  readonly type: string;
  readonly frameId: string | undefined;
  url: string;
  bytes: number;
  /** Made for others to count: an answer to it is hardly waited for. */
  isCounted?: boolean;
  /** Whether it is shows in the page, and has been looked for. */
  isLookedAt?: boolean;
  status?: number;
  /** Of its answer, or the last piece of it: by the page's clock. */
  heardAtEpochMs: number;
  respondedAtMs?: number;
  lastDataAtMs?: number;
}

/** Whether something may come of its end that is not seen otherwise. */
export const mayBringMore = ({ type, status, bytes, isCounted }: OpenRequest): boolean =>
  !isCounted && status !== 204 && !(type === 'Image' && bytes <= limits.pixelBytes);

export const lastSignMs = (request: OpenRequest): number =>
  Math.max(request.respondedAtMs ?? request.startedAtMs, request.lastDataAtMs ?? 0);

/**
 * Whether the rest of its answer is worth waiting for. Where reads are known, an unread body is not,
 * even while it comes; where they are not, silence decides.
 */
export function isComing(
  request: OpenRequest,
  nowMs: number,
  read: { isRead: boolean; isKnown: boolean },
): boolean {
  const silentMs = nowMs - lastSignMs(request);
  const { respondedAtMs = nowMs } = request;
  if (read.isRead) {
    if (nowMs - respondedAtMs > limits.talkMs) return false;
    const isFirst = request.lastDataAtMs === undefined;
    return silentMs < (isFirst ? limits.firstMessageMs : limits.silentStreamMs);
  }
  return (read.isKnown ? nowMs - respondedAtMs : silentMs) < limits.silentBodyMs;
}
