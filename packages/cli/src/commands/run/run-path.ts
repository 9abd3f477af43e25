import type { ArgsDef } from 'citty';
import { DEFINITION_ARGUMENT } from '../../service/control.js';

export const RUN_PATH_ARGUMENTS = {
  run: { type: 'positional', required: true, description: 'Id of the run' },
  ...DEFINITION_ARGUMENT,
} as const satisfies ArgsDef;

export const runPath = ({ definition, run }: { definition: string; run: string }) => ({
  workflowDefinitionName: definition,
  workflowRunId: run,
});
