import {
  type KnownOptions,
  knownOptions,
  SEAM_NAMES,
  SERVICE_ELSEWHERE,
  SERVICE_OPTION_NAMES,
} from '@nova-act/core/runtime';
import type { WorkflowOptions, WorkflowSeams } from './workflow-options.js';

const { use: _use, ...WORKFLOW_SEAM_NAMES } = SEAM_NAMES;
const OF_SESSION = 'It is an option of NovaAct, inside of the workflow.';

export const WORKFLOW_OPTIONS: KnownOptions = knownOptions<WorkflowOptions & WorkflowSeams>(
  'a workflow',
  {
    ...SERVICE_OPTION_NAMES,
    ...WORKFLOW_SEAM_NAMES,
    workflowDefinitionName: true,
    modelId: true,
    logGroupName: true,
    signal: true,
  },
  {
    ...SERVICE_ELSEWHERE,
    name: 'Did you mean workflowDefinitionName?',
    workflowName: 'Did you mean workflowDefinitionName?',
    definitionName: 'Did you mean workflowDefinitionName?',
    model: 'Did you mean modelId?',
    startingPage: OF_SESSION,
    headless: OF_SESSION,
    security: OF_SESSION,
    tools: OF_SESSION,
    logsDirectory: OF_SESSION,
    playwrightTrace: OF_SESSION,
  },
);
