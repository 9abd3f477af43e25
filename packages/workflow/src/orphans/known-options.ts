import {
  type KnownOptions,
  knownOptions,
  SEAM_NAMES,
  SERVICE_ELSEWHERE,
  SERVICE_OPTION_NAMES,
} from '@nova-act/core/runtime';
import type { WorkflowSeams } from '../workflow-options.js';
import type { OrphanOptions } from './orphan-options.js';

const { use: _use, ...WORKFLOW_SEAM_NAMES } = SEAM_NAMES;

export const ORPHAN_OPTIONS: KnownOptions = knownOptions<OrphanOptions & WorkflowSeams>(
  'endOrphanedRuns()',
  {
    ...SERVICE_OPTION_NAMES,
    ...WORKFLOW_SEAM_NAMES,
    workflowDefinitionName: true,
    olderThanMs: true,
    dryRun: true,
    signal: true,
  },
  {
    ...SERVICE_ELSEWHERE,
    olderThan: 'Did you mean olderThanMs?',
    maxAgeMs: 'Did you mean olderThanMs?',
    name: 'Did you mean workflowDefinitionName?',
  },
);
