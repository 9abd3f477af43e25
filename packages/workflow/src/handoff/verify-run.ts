import {
  ActAccessDeniedError,
  ActBadRequestError,
  ActConflictError,
  ActNotFoundError,
  HandoffError,
} from '@nova-act/core';
import type { NovaActService, RunPath } from '@nova-act/core/runtime';

/**
 * Makes sure that a run is there and goes on, and gives the service to act in it with.
 *
 * The AWS surface is asked (GetWorkflowRun). The API-key surface has nothing to ask with, and IAM may
 * not allow it: there a session is created, which an ended run refuses. It is not wasted: it is
 * what the first `NovaAct` of the joiner gets. So it is for a run that is transferred, whose `claim`
 * is the session's client token: by that session its parent can see that somebody has joined.
 *
 * @throws HandoffError when it has ended or is not known; ActServiceError; the signal's reason.
 */
export async function verifyRun(
  service: NovaActService,
  { claim, ...run }: RunPath & { readonly claim?: string | undefined },
  signal: AbortSignal | undefined,
): Promise<NovaActService> {
  const options = signal ? { signal } : {};
  try {
    if (service.getWorkflowRun) {
      const { status } = await service.getWorkflowRun(run, options);
      if (status !== 'RUNNING') throw ended(run, status);
      if (claim === undefined) return service;
    }
  } catch (error) {
    if (!(error instanceof ActAccessDeniedError)) throw translated(error, run);
  }
  try {
    const { sessionId } = await service.createSession({ ...run, clientToken: claim }, options);
    return withSession(service, sessionId);
  } catch (error) {
    throw translated(error, run);
  }
}

function translated(error: unknown, run: RunPath): unknown {
  if (error instanceof ActNotFoundError) {
    return new HandoffError(
      'HANDOFF_RUN_UNKNOWN',
      `The service knows no run ${run.workflowRunId} of ${run.workflowDefinitionName}. ` +
        'Are the account, region and endpoint those of the workflow that made the handoff?',
      { cause: error },
    );
  }
  // The API-key surface has no 409; and in a request without options there is nothing else to refuse.
  const refused = error instanceof ActConflictError || error instanceof ActBadRequestError;
  return refused ? ended(run, undefined, error) : error;
}

function ended({ workflowRunId }: RunPath, status?: string, cause?: unknown): HandoffError {
  return new HandoffError(
    'HANDOFF_RUN_ENDED',
    `Run ${workflowRunId} has ended already${status ? ` (${status})` : ''}: nothing can join it.`,
    cause === undefined ? undefined : { cause },
  );
}

/** The same service, whose first session is one that exists already. */
function withSession(service: NovaActService, sessionId: string): NovaActService {
  let ready: string | undefined = sessionId;
  const { getWorkflowRun, listWorkflowRuns, listSessions, listActs } = service;
  return {
    surface: service.surface,
    endpointUrl: service.endpointUrl,
    getWorkflowRun: getWorkflowRun?.bind(service),
    listWorkflowRuns: listWorkflowRuns?.bind(service),
    listSessions: listSessions?.bind(service),
    listActs: listActs?.bind(service),
    createWorkflowRun: (...args) => service.createWorkflowRun(...args),
    updateWorkflowRun: (...args) => service.updateWorkflowRun(...args),
    async createSession(input, options) {
      options?.signal?.throwIfAborted();
      if (ready === undefined) return service.createSession(input, options);
      const session = { sessionId: ready };
      ready = undefined;
      return session;
    },
    createAct: (...args) => service.createAct(...args),
    invokeActStep: (...args) => service.invokeActStep(...args),
    updateAct: (...args) => service.updateAct(...args),
  };
}
