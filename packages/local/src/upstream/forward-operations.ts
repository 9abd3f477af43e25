import type { OperationName } from '../contract/operations.js';
import { isRecord } from '../contract/validate.js';
import type { JsonValue, LocalModel } from '../model/local-model.js';
import { type Operate, runOperation } from '../operations/run-operation.js';
import type { OperationScope } from '../operations/scope.js';
import { ServiceFault } from '../surface/service-fault.js';
import type { Upstream } from './upstream.js';
import { withoutCapture } from './without-capture.js';

type Input = Record<string, unknown>;

/** What each operation that creates something calls its id. */
const idOf: Partial<Record<OperationName, string>> = {
  CreateWorkflowRun: 'workflowRunId',
  CreateSession: 'sessionId',
  CreateAct: 'actId',
};

/**
 * Carries operations out at the real service, and then here, under the ids that were given there: so this service
 * shows in its console, and can record, what the real one did. Only what was created through it is known.
 *
 * On the API-key surface the real service has the six run-time operations; the others are then answered from here.
 */
export function forwardOperations(
  upstream: Upstream,
  decorate: (model: LocalModel) => LocalModel = (model) => model,
): Operate {
  return async (scope, name, input) => {
    const caller = { signal: scope.signal, sdkVersion: sdkVersion(scope, input) };
    switch (name) {
      case 'CreateWorkflowRun':
      case 'CreateSession':
      case 'CreateAct': {
        demandKnown(scope, input);
        const output = await upstream.send(name, input, caller);
        const id = readText(output, idOf[name] ?? '', name);
        await runOperation({ ...lenient(scope, input), newId: () => id }, name, input);
        return output;
      }
      case 'InvokeActStep':
        return invoke(upstream, decorate, scope, input, caller);
      case 'UpdateAct':
      case 'UpdateWorkflowRun': {
        demandKnown(scope, input);
        const output = await upstream.send(name, input, caller);
        await mirror(scope, name, input);
        return output;
      }
      default:
        return upstream.surface === 'aws'
          ? upstream.send(name, input, caller)
          : runOperation(scope, name, input);
    }
  };
}

/** The step is put in its place here first; then the upstream is the model that answers it. */
async function invoke(
  upstream: Upstream,
  decorate: (model: LocalModel) => LocalModel,
  scope: OperationScope,
  input: Input,
  caller: { signal: AbortSignal; sdkVersion: string | undefined },
): Promise<object> {
  const ids: string[] = [];
  let output: object = {};
  const model = decorate({
    name: `upstream ${upstream.surface}`,
    async step({ callResults }) {
      const answer = await upstream.send(
        'InvokeActStep',
        {
          ...input,
          callResults: callResults.map(({ callId, text }) => ({
            callId,
            content: [{ text: withoutCapture(text) }],
          })),
        },
        caller,
      );
      const calls = readCalls(answer);
      ids.push(...calls.map(({ callId }) => callId), readText(answer, 'stepId', 'InvokeActStep'));
      output = answer;
      return calls.map(({ name, input }) => ({ name, input }));
    },
  });
  // The ids of the calls are taken first, in order, then that of the step.
  const newId = () => ids.shift() ?? scope.newId();
  await runOperation({ ...scope, model, newId }, 'InvokeActStep', input);
  return output;
}

/** The upstream has accepted it, so the client is told that, even where this service's own rules would refuse it. */
async function mirror(scope: OperationScope, name: OperationName, input: Input): Promise<void> {
  try {
    await runOperation(scope, name, input);
  } catch (error) {
    if (!(error instanceof ServiceFault)) throw error;
  }
}

/** Names of models and definitions are for the upstream to judge. */
function lenient(scope: OperationScope, input: Input): OperationScope {
  const modelId = String(input['modelId'] ?? '');
  return {
    ...scope,
    rules: {
      ...scope.rules,
      autoCreateDefinitions: true,
      models: { models: [], aliases: { [modelId]: modelId } },
    },
  };
}

function demandKnown(scope: OperationScope, input: Input): void {
  const { workflowRunId, sessionId, actId } = input;
  const kinds = [
    ['workflow-run', workflowRunId, (id: string) => scope.store.run(id)],
    ['session', sessionId, (id: string) => scope.store.session(id)],
    ['act', actId, (id: string) => scope.store.act(id)],
  ] as const;
  for (const [kind, id, find] of kinds)
    if (typeof id === 'string' && !find(id))
      throw ServiceFault.notFound(
        kind,
        id,
        ' that was created through this local service, which passes requests on to the real one',
      );
}

function sdkVersion(scope: OperationScope, input: Input): string | undefined {
  const { clientInfo } = input;
  if (isRecord(clientInfo) && typeof clientInfo['sdkVersion'] === 'string')
    return clientInfo['sdkVersion'];
  return scope.store.run(String(input['workflowRunId']))?.clientInfo.sdkVersion;
}

function readCalls(answer: Input): { callId: string; name: string; input: JsonValue }[] {
  const { calls } = answer;
  if (!Array.isArray(calls)) throw badAnswer('calls', 'InvokeActStep');
  return calls.map((call: unknown) => {
    if (!isRecord(call)) throw badAnswer('calls', 'InvokeActStep');
    return {
      callId: readText(call, 'callId', 'InvokeActStep'),
      name: readText(call, 'name', 'InvokeActStep'),
      // Parsed from JSON, so it is JSON.
      input: (call['input'] ?? []) as JsonValue,
    };
  });
}

function readText(answer: Input, member: string, name: OperationName): string {
  const value = answer[member];
  if (typeof value !== 'string' || value === '') throw badAnswer(member, name);
  return value;
}

function badAnswer(member: string, name: OperationName): ServiceFault {
  return new ServiceFault(`The upstream's answer to ${name} has no ${member} that can be read`, {
    kind: 'internal',
    status: 502,
  });
}
