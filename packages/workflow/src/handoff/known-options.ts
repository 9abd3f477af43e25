import {
  type KnownOptions,
  knownOptions,
  SEAM_NAMES,
  SERVICE_ELSEWHERE,
  SERVICE_OPTION_NAMES,
} from '@nova-act/core/runtime';
import type { WorkflowSeams } from '../workflow-options.js';
import type { HandoffOptions } from './handoff.js';
import type { JoinOptions } from './join-plan.js';

const { use: _use, ...WORKFLOW_SEAM_NAMES } = SEAM_NAMES;
const OF_HANDOFF = 'Leave it out: the handoff says which run is joined.';

export const JOIN_OPTIONS: KnownOptions = knownOptions<JoinOptions & WorkflowSeams>(
  'joinWorkflow()',
  { ...SERVICE_OPTION_NAMES, ...WORKFLOW_SEAM_NAMES, signal: true },
  {
    ...SERVICE_ELSEWHERE,
    workflowDefinitionName: OF_HANDOFF,
    workflowRunId: OF_HANDOFF,
    modelId: OF_HANDOFF,
    ownership: 'It is an option of handoff(), for the one who hands over.',
  },
);

export const HANDOFF_OPTIONS: KnownOptions = knownOptions<HandoffOptions>(
  'handoff()',
  { ownership: true, credentials: true },
  { transfer: "Did you mean ownership: 'transfer'?" },
);
