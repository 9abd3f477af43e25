import { setImmediate } from 'node:timers/promises';
import { ActConflictError } from '@nova-act/core';
import type { CallOptions, NovaActService, RunPath } from '@nova-act/core/runtime';
import type { Acceptance } from './acceptance.js';

/** A run with more sessions than this fits has been joined. */
const MAX_PAGES = 100;

/**
 * Whether anybody has joined the run that was handed over with `claim`, or it has ended.
 *
 * The first session of a joiner is created with the claim as its client token, and the same token gives
 * the same session again. So the AWS surface is asked for the sessions there are, and then for that one:
 * it was there before if somebody has joined. The API-key surface has no list; there only joiners in
 * this process are known.
 *
 * @throws ActServiceError
 */
export async function wasJoined(
  service: NovaActService,
  run: RunPath,
  claim: string,
  acceptance: Acceptance,
): Promise<boolean> {
  // What another thread has said already is on its way.
  await setImmediate();
  await setImmediate();
  if (acceptance.heard) return true;
  if (!service.getWorkflowRun || !service.listSessions) return false;
  const { status } = await service.getWorkflowRun(run);
  if (status !== 'RUNNING') return true;
  const before = await sessionIds(service.listSessions.bind(service), run);
  if (before.size === 0) return acceptance.heard;
  try {
    const { sessionId } = await service.createSession({ ...run, clientToken: claim });
    return before.has(sessionId);
  } catch (error) {
    if (error instanceof ActConflictError) return true; // It has ended just now.
    throw error;
  }
}

async function sessionIds(
  listSessions: NonNullable<NovaActService['listSessions']>,
  run: RunPath,
  options?: CallOptions,
): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  let nextToken: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const answer = await listSessions({ ...run, nextToken }, options);
    for (const { sessionId } of answer.sessionSummaries) ids.add(sessionId);
    ({ nextToken } = answer);
    if (nextToken === undefined) break;
  }
  return ids;
}
