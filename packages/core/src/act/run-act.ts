import { ActError, type ActMetadata, ActStatusUpdateError, suppress } from '../errors/index.js';
import { insteadOnRecord, recordedStatusOf } from '../errors/recorded-status.js';
import { redactUrlsIn } from '../errors/redact-url.js';
import { humanToolSpecs } from '../human/human-input.js';
import type { CompiledSchema } from '../schema/index.js';
import type { JsonObject } from '../wire/json.js';
import { openActDeadline } from './act-deadline.js';
import type { ActEnvironment } from './act-environment.js';
import { type ActRecord, openAct, statusOf } from './act-record.js';
import { parseResponse, promptWithSchema } from './answer-schema.js';
import { withoutRedirect } from './as-act-error.js';
import type { CheckedActOptions } from './check-act-options.js';
import { errorView } from './error-view.js';
import { withVariables } from './fill-prompt.js';
import { PageView } from './page-view.js';
import { withoutUrlSecrets } from './shown-event.js';
import { StepLog } from './step-log.js';
import { type ActEmit, runSteps, type StepsProgress } from './steps.js';
import type { Variables } from './variables.js';

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
  template: string,
  options: CheckedActOptions,
  schema: CompiledSchema | undefined,
): Promise<ActOutcome> {
  const { secrets } = env;
  const prompt = secrets.redact(withVariables(template, options.variables, secrets.has));
  const task = schema ? promptWithSchema(prompt, schema) : prompt;
  const startTimeMs = env.clock.now();
  const progress: StepsProgress = { executed: 0 };
  const log = new StepLog();
  const memory = env.openMemory?.({
    prompt: secrets.redact(template),
    variables: mapValues(options.variables, secrets.redact),
    mode: options.memory,
    schema: schema?.json,
  });
  let record: ActRecord | undefined;
  let page: PageView | undefined;
  const metadata = (): ActMetadata => {
    const endTimeMs = env.clock.now();
    return {
      ...env.path,
      ...(record ? { actId: record.actId } : {}),
      prompt: redactUrlsIn(prompt),
      numStepsExecuted: progress.executed,
      startTimeMs,
      endTimeMs,
      ...log.summed(startTimeMs, endTimeMs),
      ...(memory?.record ? { memory: memory.record } : {}),
    };
  };
  const deadline = openActDeadline(options.timeoutMs, [options.signal, ...env.signals], env.clock);
  const { signal } = deadline;
  try {
    const toolSpecs = [
      ...[...env.tools.values()].map((tool) => tool.spec),
      ...humanToolSpecs(env.human),
    ];
    const input = { ...env.path, task, ...(toolSpecs.length > 0 ? { toolSpecs } : {}) };
    record = await openAct(env.service, input, signal, env);
    const emit = stamped(env, record.actId, log);
    emit({
      type: 'act.started',
      prompt,
      maxSteps: options.maxSteps,
      timeoutMs: options.timeoutMs,
    });
    page = new PageView(env);
    const { actId } = record;
    const scope = { env, actId, prompt, signal, page, memory, holdTime: deadline.hold };
    const response = secrets.redact(await runSteps(scope, options, emit, progress));
    const parsed = schema ? await parseResponse(response, schema) : undefined;
    const done = { response, parsed, metadata: metadata() };
    const outcome = await succeed(
      record,
      done,
      signal,
      withNotes(emit, page, () => memory?.way(true)),
    );
    // On record as a success, it is one, also where there is no time left to write it down.
    await memory?.keep(signal).catch(() => undefined);
    return outcome;
  } catch (thrown) {
    if (thrown instanceof ActStatusUpdateError) throw secrets.redactError(thrown);
    const error = secrets.redactError(signal.aborted ? signal.reason : withoutRedirect(thrown));
    if (error instanceof ActError) error.metadata ??= metadata();
    if (record) {
      const told = stamped(env, record.actId, log);
      const emit = withNotes(told, page, () => memory?.way(false));
      await fail(record, error, metadata(), signal, emit);
    }
    throw error;
  } finally {
    deadline.close();
  }
}

/** Names are names, whatever a secret's value is. */
function mapValues(variables: Variables, map: (value: string) => string): Variables {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, map(value)]));
}

async function succeed(
  record: ActRecord,
  outcome: ActOutcome,
  signal: AbortSignal,
  emit: ActEmit,
): Promise<ActOutcome> {
  const failure = await record.end('SUCCEEDED', undefined, signal);
  const { response, parsed, metadata } = outcome;
  const answered = response === undefined ? {} : { response };
  if (failure === undefined) {
    emit({ type: 'act.finished', status: 'SUCCEEDED', metadata, ...answered });
    return outcome;
  }
  const recordedStatus = recordedStatusOf(failure);
  const instead = insteadOnRecord(failure);
  const what = `The act is done, but its status could not be put on record${instead}`;
  const result = { metadata, ...answered, ...(parsed === undefined ? {} : { parsed }) };
  const error = new ActStatusUpdateError(what, {
    cause: failure,
    metadata,
    recordedStatus,
    result,
  });
  // Who listens is told no success either that is not on record.
  const status = recordedStatus === 'TIMED_OUT' ? 'TIMED_OUT' : 'FAILED';
  emit({ type: 'act.finished', status, metadata, ...answered, error: errorView(error) });
  throw error;
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
  // Left to be put on record after an abort is what an abort does, and no failure of its own.
  if (failure !== undefined && failure !== signal.reason) suppress(error, failure);
  emit({ type: 'act.finished', status, metadata, error: errorView(error) });
}

/** The end of an act tells what its page complained of since the last look, and how it was done. */
function withNotes(
  emit: ActEmit,
  page: PageView | undefined,
  wayOf: () => JsonObject | undefined,
): ActEmit {
  return (event) => {
    const way = wayOf();
    emit({ ...event, ...page?.takeProblems(), ...(way ? { recording: way } : {}) });
  };
}

function stamped(env: ActEnvironment, actId: string, log: StepLog): ActEmit {
  const { workflowRunId, sessionId } = env.path;
  return (unstamped) => {
    const told = withoutUrlSecrets(env.secrets.redact(unstamped));
    const event = { ...told, atMs: env.clock.now(), workflowRunId, sessionId, actId };
    log.hear(event);
    env.emit(event);
  };
}
