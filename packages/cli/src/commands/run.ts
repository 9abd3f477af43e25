import type { Surroundings } from '../arguments/surroundings.js';
import { group } from './group.js';
import { runCreateCommand } from './run/create.js';
import { runDeleteCommand } from './run/delete.js';
import { runEndCommand } from './run/end.js';
import { runListCommand } from './run/list.js';
import { runShowCommand } from './run/show.js';

/** `nova-act run …`: runs, as the service has them. */
export function runCommandOf(around: Surroundings) {
  return group('run', 'Runs: list, show, create, end, delete', {
    list: runListCommand(around),
    show: runShowCommand(around),
    create: runCreateCommand(around),
    end: runEndCommand(around),
    delete: runDeleteCommand(around),
  });
}
