import type { OperationScope } from './scope.js';

/** A timestamp as the service gives it. */
export function iso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}

export function endedAt(endedAtMs: number | undefined): { endedAt?: string } {
  return endedAtMs === undefined ? {} : { endedAt: iso(endedAtMs) };
}

export function definitionArn({ rules }: OperationScope, name: string): string {
  return `arn:aws:nova-act:${rules.region}:${rules.accountId}:workflow-definition/${name}`;
}

export function runArn(scope: OperationScope, name: string, workflowRunId: string): string {
  return `${definitionArn(scope, name)}/workflow-run/${workflowRunId}`;
}
