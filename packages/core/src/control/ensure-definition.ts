import type { Clock } from '../deadline/clock.js';
import { pause } from '../deadline/pause.js';
import {
  ActConflictError,
  ActNotFoundError,
  WorkflowDefinitionMismatchError,
} from '../errors/index.js';
import type { CallOptions } from '../service/nova-act-service.js';
import type { WorkflowDefinition, WorkflowExportConfig } from '../wire/catalog.js';
import type { Catalog } from './catalog.js';
import type { EnsureWorkflowDefinitionInput } from './definition-input.js';

/** What was just created, here or by somebody else, may not be read at once: it is looked for in growing steps. */
const WAITS_MS = [100, 200, 400, 800, 1_600];

/** The definition as it is, created if there was none. Others may do the same at the same time. */
export async function ensureDefinition(
  catalog: Catalog,
  input: EnsureWorkflowDefinitionInput,
  options: CallOptions,
  clock: Clock,
): Promise<WorkflowDefinition> {
  const found = await orUndefined(catalog.get(input.name, options));
  if (found) return fitting(found, input);
  // Somebody was faster: theirs is as good, if it is the same.
  const lost = await create(catalog, input, options);
  for (const waitMs of WAITS_MS) {
    const created = await orUndefined(catalog.get(input.name, options));
    if (created) return fitting(created, input);
    await pause(waitMs, options.signal, clock);
  }
  if (lost) throw lost;
  return fitting(await catalog.get(input.name, options), input);
}

async function create(
  catalog: Catalog,
  input: EnsureWorkflowDefinitionInput,
  options: CallOptions,
): Promise<ActConflictError | undefined> {
  try {
    await catalog.create(input, options);
    return undefined;
  } catch (error) {
    if (error instanceof ActConflictError) return error;
    throw error;
  }
}

async function orUndefined<T>(getting: Promise<T>): Promise<T | undefined> {
  try {
    return await getting;
  } catch (error) {
    if (error instanceof ActNotFoundError) return undefined;
    throw error;
  }
}

function fitting(
  found: WorkflowDefinition,
  { exportConfig: wanted }: EnsureWorkflowDefinitionInput,
): WorkflowDefinition {
  const { name, exportConfig: existing } = found;
  if (found.status === 'DELETING') {
    throw new ActConflictError(
      `The workflow definition ${name} is being deleted. Use another name, or try again when ` +
        'getWorkflowDefinition() no longer finds it.',
      { operation: 'GetWorkflowDefinition', resourceId: name, resourceType: 'workflow-definition' },
    );
  }
  if (wanted === undefined || same(existing, wanted)) return found;
  const there = existing ? `exports to ${placeOf(existing)}` : 'exports nothing';
  throw new WorkflowDefinitionMismatchError(
    `The workflow definition ${name} is there, and ${there}, not to ${placeOf(wanted)}`,
    {
      workflowDefinitionName: name,
      ...(existing ? { existing } : {}),
      wanted,
      remedy:
        'Pass the exportConfig that it has, or none to take it as it is; use another name; or delete it, ' +
        'with all of its runs, by deleteWorkflowDefinition() first.',
    },
  );
}

const same = (a: WorkflowExportConfig | undefined, b: WorkflowExportConfig) =>
  a?.s3BucketName === b.s3BucketName && a.s3KeyPrefix === b.s3KeyPrefix;

const placeOf = ({ s3BucketName, s3KeyPrefix }: WorkflowExportConfig) =>
  `s3://${s3BucketName}${s3KeyPrefix === undefined ? '' : `/${s3KeyPrefix}`}`;
