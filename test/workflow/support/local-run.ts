import { type Clock, readConfig } from '@nova-act/core/runtime';
import { createLocalService, type LocalServiceOptions, scriptedModel } from '@nova-act/local';
import type { WorkflowOptions } from '@nova-act/workflow';

/** Waits are over at once, except the deadlines of requests, which never come. */
export const impatient: Clock = {
  now: () => Date.now(),
  after(ms, fn) {
    if (ms >= 60_000) return () => {};
    const soon = setImmediate(fn);
    return () => clearImmediate(soon);
  },
};

/** A service in memory, and the options with which a workflow uses it. */
export function localRun(options: LocalServiceOptions = {}) {
  const service = createLocalService({ model: scriptedModel([]), ...options });
  const seams = {
    fetch: service.fetch,
    config: readConfig({}),
    clock: impatient,
    logger: undefined,
  };
  const iam: WorkflowOptions = Object.assign(
    { workflowDefinitionName: 'flights', credentials: service.credentials },
    seams,
  );
  const apiKey: WorkflowOptions = Object.assign(
    { apiKey: service.apiKey, endpointUrl: 'https://local.example/agent' },
    seams,
  );
  /** What was asked of the service, in order, as `Operation` or `Operation status`. */
  const asked = () => service.requests().map(({ operation }) => String(operation));
  const statuses = () => service.runs().map(({ status, updates }) => [status, updates.length]);
  return { service, iam, apiKey, asked, statuses, seams };
}

/** What a promise is rejected with. */
export async function rejection(work: Promise<unknown>): Promise<unknown> {
  let result: unknown;
  try {
    result = await work;
  } catch (error) {
    return error;
  }
  throw new Error(`not rejected, but resolved with ${String(result)}`);
}
