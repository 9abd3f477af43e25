import { ActError, type ActMetadata, ActStatusUpdateError, suppress } from '../errors/index.js';
import { thrownText } from '../errors/thrown-text.js';
import { humanToolSpecs } from '../human/human-input.js';
import type { CompiledSchema } from '../schema/index.js';
import { openActDeadline } from './act-deadline.js';
import type { ActEnvironment } from './act-environment.js';
import type { CheckedActOptions } from './act-options.js';
import { type ActRecord, openAct, statusOf } from './act-record.js';
import { parseResponse, promptWithSchema } from './answer-schema.js';
import { PageView } from './page-view.js';
import { type ActEmit, runSteps, type StepsProgress } from './steps.js';

export interface ActOutcome {
  response: string | undefined;
  /** The value checked against the schema; undefined when none was asked for. */
  parsed: unknown;
  metadata: ActMetadata;
}

/**
 * One act from its creation to its terminal status, which is sent exactly once and is `SUCCEEDED`
 * only after the agent returned an answer that fits.
 */
export async function runAct(
  env: ActEnvironment,
  prompt: string,
  options: CheckedActOptions,
  schema: CompiledSchema | undefined,
): Promise<ActOutcome> {
  const task = schema ? promptWithSchema(prompt, schema) : prompt;
  const startTimeMs = env.clock.now();
  const progress: StepsProgress = { executed: 0 };
  let record: ActRecord | undefined;
  const metadata = (): ActMetadata => ({
    ...env.path,
    ...(record ? { actId: record.actId } : {}),
    prompt,
    numStepsExecuted: progress.executed,
    startTimeMs,
    endTimeMs: env.clock.now(),
  });
  const deadline = openActDeadline(options.timeoutMs, [options.signal, ...env.signals], env.clock);
  const { signal } = deadline;
  try {
    const toolSpecs = [
      ...[...env.tools.values()].map((tool) => tool.spec),
      ...humanToolSpecs(env.human),
    ];
    const input = { ...env.path, task, ...(toolSpecs.length > 0 ? { toolSpecs } : {}) };
    record = await openAct(env.service, input, signal, env.looseEnds);
    const emit = stamped(env, record.actId);
    emit({
      type: 'act.started',
      prompt,
      maxSteps: options.maxSteps,
      timeoutMs: options.timeoutMs,
    });
    const page = new PageView(env.actuator, env.guardrail, env.clock);
    const scope = { env, actId: record.actId, signal, page };
    const response = await runSteps(scope, options, emit, progress);
    const parsed = schema ? await parseResponse(response, schema) : undefined;
    return await succeed(record, { response, parsed, metadata: metadata() }, signal, emit);
  } catch (thrown) {
    if (thrown instanceof ActStatusUpdateError) throw thrown;
    const error = signal.aborted ? signal.reason : thrown;
    if (error instanceof ActError) error.metadata ??= metadata();
    if (record) await fail(record, error, metadata(), signal, stamped(env, record.actId));
    throw error;
  } finally {
    deadline.close();
  }
}

async function succeed(
  record: ActRecord,
  outcome: ActOutcome,
  signal: AbortSignal,
  emit: ActEmit,
): Promise<ActOutcome> {
  const failure = await record.end('SUCCEEDED', undefined, signal);
  const { response, parsed, metadata } = outcome;
  emit({
    type: 'act.finished',
    status: 'SUCCEEDED',
    metadata,
    ...(response === undefined ? {} : { response }),
  });
  if (failure === undefined) return outcome;
  throw new ActStatusUpdateError('The act is done, but its status could not be put on record', {
    cause: failure,
    metadata,
    result: {
      metadata,
      ...(response === undefined ? {} : { response }),
      ...(parsed === undefined ? {} : { parsed }),
    },
  });
}

async function fail(
  record: ActRecord,
  error: unknown,
  metadata: ActMetadata,
  signal: AbortSignal,
  emit: ActEmit,
): Promise<void> {
  const status = statusOf(error);
  const failure = await record.end(status, error, signal);
  if (failure !== undefined) suppress(error, failure);
  emit({ type: 'act.finished', status, metadata, error: viewOf(error) });
}

function viewOf(error: unknown): { name: string; code?: string; message: string } {
  if (!(error instanceof Error)) return { name: 'Error', message: thrownText(error) };
  const { code } = error as { code?: unknown };
  return {
    name: error.name,
    message: error.message,
    ...(typeof code === 'string' ? { code } : {}),
  };
}

function stamped(env: ActEnvironment, actId: string): ActEmit {
  const { workflowRunId, sessionId } = env.path;
  return (event) => env.emit({ ...event, atMs: env.clock.now(), workflowRunId, sessionId, actId });
}
