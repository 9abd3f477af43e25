import type { Surroundings } from '../arguments/surroundings.js';
import { group } from './group.js';
import { traceOpenCommand } from './trace/open.js';

/** `nova-act trace …`: what acts have left in a folder of traces. */
export function traceCommand(around: Surroundings) {
  return group('trace', 'Traces of acts: open', { open: traceOpenCommand(around) });
}
