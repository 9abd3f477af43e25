import type { NovaActEvent } from '../act/events.js';
import type { ActTrace } from './act-trace.js';
import { presenter } from './presentable.js';
import { beginTrace, recordEvent } from './record-act.js';
import { type SampleOptions, sampleEvents } from './sample-act.case.js';

/** The trace of the sample act, as it is recorded from its events. */
export function recordSample(
  options: SampleOptions = {},
  events: readonly NovaActEvent[] = sampleEvents(options),
): ActTrace {
  const present = presenter();
  let trace: ActTrace | undefined;
  let startingPage: string | undefined;
  for (const event of events) {
    if (event.type === 'session.started') startingPage = event.startingPage;
    else if (event.type === 'act.started') {
      const place = { act: 1, ...(startingPage ? { startingPage } : {}) };
      trace = beginTrace(event, place, present);
    } else if (trace) recordEvent(trace, event, present);
  }
  if (!trace) throw new Error('The sample has no act');
  return trace;
}
