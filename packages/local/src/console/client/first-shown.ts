import type { ActRow } from './api-types.js';

/** The act that a run opens with: what is under way, else what has not succeeded, else where it began. */
export const firstShown = <A extends Pick<ActRow, 'status' | 'endedAtMs'>>(
  acts: readonly A[],
): A | undefined =>
  acts.find(({ endedAtMs }) => endedAtMs === undefined) ??
  acts.find(({ status }) => status !== 'SUCCEEDED') ??
  acts[0];
