import type { InputOf } from './inputs.js';
import { findOpenRun, findRun } from './lookup.js';
import { once } from './once.js';
import { pageOf } from './page.js';
import type { OperationScope } from './scope.js';

export function createSession(scope: OperationScope, input: InputOf<'CreateSession'>): object {
  return once(scope, 'CreateSession', input, () => {
    const run = findOpenRun(scope, input);
    const sessionId = scope.newId();
    scope.store.addedSession(run, {
      sessionId,
      workflowRunId: run.workflowRunId,
      createdAtMs: scope.now(),
      sequence: scope.store.nextSequence(),
      acts: [],
    });
    return { sessionId };
  });
}

export function listSessions(scope: OperationScope, input: InputOf<'ListSessions'>): object {
  const run = findRun(scope, input);
  const { items, ...rest } = pageOf(run.sessions, input, `sessions ${run.workflowRunId}`);
  return { sessionSummaries: items.map(({ sessionId }) => ({ sessionId })), ...rest };
}
