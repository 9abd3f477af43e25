import { Topic } from './topic.js';

/** One try of a request to the service, once it is over. Times are epoch milliseconds. */
export interface AttemptNotice {
  readonly operation: string;
  readonly method: string;
  /** Without its query. */
  readonly url: string;
  /** 1 for the first. */
  readonly attempt: number;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  /** Absent when no answer came. */
  readonly status?: number | undefined;
  /** AWS's id of the request, of which its support asks. */
  readonly requestId?: string | undefined;
  /** The code or name of what kept the answer away. */
  readonly error?: string | undefined;
}

export const attempts = new Topic<AttemptNotice>('attempt');
