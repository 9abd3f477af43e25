import { isNovaActError, NovaActControl } from '@nova-act/core';
import type { ServiceOptions, ServiceSeams } from '@nova-act/core/runtime';
import { type Check, failed, ok, warning } from '../check.js';

const READ_MS = 20_000;

/**
 * What may be done, by reads that change nothing. Of a definition: its runs, which every program needs that
 * ends what was left behind; without one: the list of definitions, which developers need.
 */
export const permissionsCheck = (
  options: ServiceOptions & ServiceSeams,
  definition: string | undefined,
): Check => ({
  name: 'permissions',
  deadlineMs: READ_MS,
  after: 'credentials',
  async look(signal) {
    const control = new NovaActControl(options);
    if (control.surface === 'api-key') {
      return ok('a key may do all that its service has; only a run would tell more');
    }
    const call = { signal, limit: 1 };
    const operation = definition === undefined ? 'ListWorkflowDefinitions' : 'ListWorkflowRuns';
    try {
      if (definition === undefined) await control.listWorkflowDefinitions({}, call).toArray();
      else {
        const of = { workflowDefinitionName: definition };
        await control.listWorkflowRuns(of, call).toArray();
      }
      return ok(`${operation} is allowed`, { operation });
    } catch (error) {
      signal.throwIfAborted();
      if (!isNovaActError(error)) throw error;
      if (error.code === 'ACT_NOT_FOUND') {
        const remedy = `nova-act definition create ${definition}`;
        return failed(`there is no definition ${definition}`, remedy, { operation });
      }
      if (error.code !== 'ACT_ACCESS_DENIED') throw error;
      const audience = definition === undefined ? 'develop' : 'run';
      const remedy = `nova-act iam-policy ${audience} prints what must be granted.`;
      if (definition !== undefined) return failed(error.message, remedy, { operation });
      // A role that only runs programs has no need of it.
      return warning(
        `${operation} is not allowed: ${error.message}`,
        `${remedy} Of a role that only runs programs, say --definition NAME.`,
        { operation },
      );
    }
  },
});
