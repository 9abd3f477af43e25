import type { Surroundings } from '../arguments/surroundings.js';
import { group } from './group.js';
import { sessionListCommand } from './session/list.js';

/** `nova-act session …`: all that the service does with a session by itself is to list it. */
export function sessionCommand(around: Surroundings) {
  return group('session', 'Sessions of a run: list', { list: sessionListCommand(around) });
}
