import type { ActMetadata, ActStepRecord, JsonObject } from '@nova-act/core';

/** A step as `--json` and `--ndjson` tell it. */
export interface StepReport {
  readonly step: number;
  readonly url: string;
  readonly calls: readonly {
    readonly name: string;
    readonly input: JsonObject;
    readonly outcome?: string;
  }[];
}

/** What an act came to, as `--json` tells it. */
export interface ActReport {
  readonly status: 'SUCCEEDED';
  /** Of `get`: the answer, checked against the schema. */
  readonly answer?: unknown;
  /** Of `act`: what the agent said, where it said something. */
  readonly response?: string;
  readonly url: string;
  /** The id of the run on the service. */
  readonly workflowRunId: string;
  /** The id of the session on the service. */
  readonly sessionId: string;
  /** The id of the act on the service. */
  readonly actId?: string;
  readonly durationMs: number;
  readonly tracePath?: string;
  readonly steps: readonly StepReport[];
}

export function stepReport({ step, url, calls }: ActStepRecord): StepReport {
  return {
    step,
    url,
    calls: calls.map(({ name, input, outcome }) => ({
      name,
      input,
      ...(outcome === undefined ? {} : { outcome }),
    })),
  };
}

export function actReport(
  said: Pick<ActReport, 'answer' | 'response'>,
  url: string,
  metadata: ActMetadata,
): ActReport {
  const { workflowRunId, sessionId, actId, tracePath, startTimeMs, endTimeMs, steps } = metadata;
  return {
    status: 'SUCCEEDED',
    ...said,
    url,
    workflowRunId,
    sessionId,
    ...(actId === undefined ? {} : { actId }),
    durationMs: endTimeMs - startTimeMs,
    ...(tracePath === undefined ? {} : { tracePath }),
    steps: steps.map(stepReport),
  };
}
