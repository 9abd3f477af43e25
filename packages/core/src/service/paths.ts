import type { ActPath, RunPath, SessionPath } from '../wire/operations.js';
import { checkDefinitionName } from './check-input.js';
import { idInPath } from './ids.js';

// Each throws ValidationError for a name or an id that the service has not given.

export function definitionPath(name: string): string {
  checkDefinitionName(name);
  return `/workflow-definitions/${name}`;
}

export function runsPath(workflowDefinitionName: string): string {
  return `${definitionPath(workflowDefinitionName)}/workflow-runs`;
}

export function runPath({ workflowDefinitionName, workflowRunId }: RunPath): string {
  return `${runsPath(workflowDefinitionName)}/${idInPath(workflowRunId, 'workflowRunId')}`;
}

export function sessionPath(path: SessionPath): string {
  return `${runPath(path)}/sessions/${idInPath(path.sessionId, 'sessionId')}`;
}

export function actPath(path: ActPath): string {
  return `${sessionPath(path)}/acts/${idInPath(path.actId, 'actId')}`;
}
