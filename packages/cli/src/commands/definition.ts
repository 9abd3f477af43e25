import type { Surroundings } from '../arguments/surroundings.js';
import { definitionCreateCommand } from './definition/create.js';
import { definitionDeleteCommand } from './definition/delete.js';
import { definitionListCommand } from './definition/list.js';
import { definitionShowCommand } from './definition/show.js';
import { group } from './group.js';

/** `nova-act definition …`: workflow definitions, as the service has them. */
export function definitionCommand(around: Surroundings) {
  return group('definition', 'Workflow definitions: list, show, create, delete', {
    list: definitionListCommand(around),
    show: definitionShowCommand(around),
    create: definitionCreateCommand(around),
    delete: definitionDeleteCommand(around),
  });
}
