import type { Attributes, OpenTelemetryMeter } from './api.js';
import { BUCKETS } from './names.js';

/** The instruments. Durations are recorded in seconds, and given here in milliseconds. */
export interface Metrics {
  run(ms: number, attributes: Attributes): void;
  session(ms: number, attributes: Attributes): void;
  act(ms: number, attributes: Attributes): void;
  step(ms: number, attributes: Attributes): void;
  inference(ms: number, attributes: Attributes): void;
  tool(ms: number, attributes: Attributes): void;
  attempt(ms: number, attributes: Attributes): void;
  humanWait(ms: number, attributes: Attributes): void;
  /** Counters by outcome. */
  runEnded(attributes: Attributes): void;
  actEnded(attributes: Attributes): void;
}

export function metricsOf(meter: OpenTelemetryMeter): Metrics {
  const duration = (name: string, description: string, bounds: number[]) => {
    const advice = { explicitBucketBoundaries: bounds };
    const histogram = meter.createHistogram(name, { description, unit: 's', advice });
    return (ms: number, attributes: Attributes) =>
      histogram.record(Math.max(0, ms) / 1000, attributes);
  };
  const counter = (name: string, description: string, unit: string) => {
    const made = meter.createCounter(name, { description, unit });
    return (attributes: Attributes) => made.add(1, attributes);
  };
  const { workflow, agent, call } = BUCKETS;
  return {
    run: duration('gen_ai.workflow.duration', 'From the start of a run to its end', workflow),
    session: duration('nova_act.session.duration', 'From start to stop of a session', workflow),
    act: duration('gen_ai.invoke_agent.duration', 'From the start of an act to its end', agent),
    step: duration('nova_act.step.duration', 'From the look at a page to the next', call),
    inference: duration(
      'gen_ai.client.operation.duration',
      'A step’s request to the service, with its retries',
      call,
    ),
    tool: duration('gen_ai.execute_tool.duration', 'One call of a step’s program', call),
    attempt: duration('nova_act.http.attempt.duration', 'One try of a request', call),
    humanWait: duration('nova_act.human_wait.duration', 'That an act waited for people', workflow),
    runEnded: counter('nova_act.runs', 'Runs that have ended, by status', '{run}'),
    actEnded: counter('nova_act.acts', 'Acts that have ended, by status', '{act}'),
  };
}
