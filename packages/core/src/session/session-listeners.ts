import type { EventListener } from '../act/events.js';
import type { ActMetadata } from '../errors/act-metadata.js';
import { type Logger, silentLogger } from '../logger.js';
import { logEvents, type TraceWriter, traceWriter } from '../trace/index.js';
import type { SessionOptions } from './session-options.js';
import { SessionTally } from './session-summary.js';

/** Who hears the events of a session: its log, its traces, and the user's own listener. */
export interface SessionListeners {
  readonly all: readonly EventListener[];
  readonly traces: TraceWriter | undefined;
  readonly tally: SessionTally;
}

export function sessionListeners(options: SessionOptions, logger: Logger): SessionListeners {
  const { logsDirectory: directory, onEvent } = options;
  const traces = directory === undefined ? undefined : traceWriter({ directory, logger });
  const tally = new SessionTally();
  const all: EventListener[] = [(event) => tally.hear(event)];
  if (logger !== silentLogger) all.push(logEvents(logger));
  if (traces) all.push(traces);
  if (onEvent) all.push(onEvent.bind(options));
  return { all, traces, tally };
}

/** Notes on what is known of an act, from its result or its error, where its trace is. */
export function noteTrace(traces: TraceWriter | undefined, metadata: ActMetadata | undefined) {
  const file = metadata?.actId === undefined ? undefined : traces?.pathOf(metadata.actId);
  if (metadata && file !== undefined) metadata.tracePath = file;
}
