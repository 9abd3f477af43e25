import type { JsonObject } from '../model/local-model.js';
import { splitTask } from '../model/prompt-schema.js';
import type { ActRecord } from '../state/records.js';
import { ServiceFault } from '../surface/service-fault.js';
import type { InputOf } from './inputs.js';
import {
  expireAct,
  findAct,
  findDefinition,
  findOpenRun,
  findRun,
  findSession,
  isGone,
  refuseEndedAct,
} from './lookup.js';
import { once } from './once.js';
import { pageOf } from './page.js';
import type { OperationScope } from './scope.js';
import { endedAt, iso } from './wire-values.js';

export function createAct(scope: OperationScope, input: InputOf<'CreateAct'>): object {
  return once(scope, 'CreateAct', input, () => {
    const session = findSession(scope, findOpenRun(scope, input), input);
    const act: ActRecord = {
      actId: scope.newId(),
      sessionId: session.sessionId,
      workflowRunId: session.workflowRunId,
      task: input.task,
      ...splitTask(input.task),
      toolSpecs: readToolSpecs(input.toolSpecs ?? []),
      status: 'RUNNING',
      startedAtMs: scope.now(),
      updates: [],
      sequence: scope.store.nextSequence(),
      steps: [],
    };
    scope.store.addedAct(session, act);
    return { actId: act.actId, status: act.status };
  });
}

function readToolSpecs(
  specs: NonNullable<InputOf<'CreateAct'>['toolSpecs']>,
): ActRecord['toolSpecs'] {
  const names = specs.map(({ name }) => name);
  const twice = names.findIndex((name, at) => names.indexOf(name) !== at);
  if (twice !== -1)
    throw ServiceFault.invalid([
      { name: `toolSpecs.${twice}.name`, message: `is there twice, is ${names[twice]}` },
    ]);
  return specs.map(({ name, description, inputSchema: { json } }, at) => {
    if (typeof json !== 'object' || json === null || Array.isArray(json))
      throw ServiceFault.invalid([
        { name: `toolSpecs.${at}.inputSchema.json`, message: 'must be a JSON Schema object' },
      ]);
    const inputSchema: JsonObject = json;
    return { name, description, inputSchema };
  });
}

export function updateAct(scope: OperationScope, input: InputOf<'UpdateAct'>): object {
  const run = findRun(scope, input);
  const act = findAct(scope, findSession(scope, run, input), input);
  const { status, error } = input;
  const update = { status, atMs: scope.now(), accepted: false };
  const changed: Partial<ActRecord> = { updates: [...act.updates, update] };
  try {
    if (status !== 'SUCCEEDED' && status !== 'FAILED' && status !== 'TIMED_OUT')
      throw ServiceFault.invalidStatus(
        'A client may set the status of an act to SUCCEEDED, FAILED or TIMED_OUT only',
        status,
      );
    if (error && status === 'SUCCEEDED')
      throw ServiceFault.invalid([{ name: 'error', message: 'must be absent with SUCCEEDED' }]);
    // The model calls it idempotent: what is on record already is said again, and nothing changes.
    if (act.status === status) return {};
    refuseEndedAct(act);
    findOpenRun(scope, input);
    update.accepted = true;
    changed.status = status;
    changed.endedAtMs = update.atMs;
    if (error) changed.error = error;
    scope.store.afterwards(() => scope.live.delete(act.actId));
    return {};
  } finally {
    scope.store.savedAct(act, changed);
  }
}

export function listActs(scope: OperationScope, input: InputOf<'ListActs'>): object {
  const { name } = findDefinition(scope, input.workflowDefinitionName);
  const { workflowRunId, sessionId } = input;
  const runs =
    workflowRunId === undefined
      ? scope.store
          .runs()
          .filter(
            (run) =>
              run.surface === scope.surface &&
              run.workflowDefinitionName === name &&
              !isGone(scope, run),
          )
      : [findRun(scope, { workflowDefinitionName: name, workflowRunId })];
  const sessions = runs
    .flatMap((run) => run.sessions)
    .filter((session) => sessionId === undefined || session.sessionId === sessionId);
  if (sessionId !== undefined && sessions.length === 0)
    throw ServiceFault.notFound('session', sessionId);
  const acts = sessions.flatMap((session) => session.acts);
  const { items, ...rest } = pageOf(acts, input, `acts ${name} ${workflowRunId} ${sessionId}`);
  return {
    actSummaries: items.map((act) => {
      expireAct(scope, act);
      return {
        workflowRunId: act.workflowRunId,
        sessionId: act.sessionId,
        actId: act.actId,
        status: act.status,
        startedAt: iso(act.startedAtMs),
        ...endedAt(act.endedAtMs),
      };
    }),
    ...rest,
  };
}
