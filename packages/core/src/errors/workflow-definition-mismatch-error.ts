import type { WorkflowExportConfig } from '../wire/catalog.js';
import { NovaActError } from './nova-act-error.js';

export interface WorkflowDefinitionMismatchErrorOptions extends ErrorOptions {
  /** The name of the workflow definition. */
  workflowDefinitionName: string;
  existing?: WorkflowExportConfig | undefined;
  wanted: WorkflowExportConfig;
  remedy: string;
}

/**
 * There is a workflow definition of this name already, and it exports to another place than the one that
 * was asked for. Nothing was changed: the service has no operation that changes a definition.
 */
export class WorkflowDefinitionMismatchError extends NovaActError {
  override readonly name: string = 'WorkflowDefinitionMismatchError';
  override readonly code = 'WORKFLOW_DEFINITION_MISMATCH';
  /** The name of the workflow definition. */
  readonly workflowDefinitionName: string;
  /** Of the definition that is there; absent when it exports nothing. */
  declare readonly existing?: WorkflowExportConfig | undefined;
  /** Where the definition was to export. */
  readonly wanted: WorkflowExportConfig;
  /** What to do about it. */
  readonly remedy: string;

  constructor(message: string, options: WorkflowDefinitionMismatchErrorOptions) {
    const { workflowDefinitionName, existing, wanted, remedy, ...rest } = options;
    super(`${message}. ${remedy}`, rest);
    this.workflowDefinitionName = workflowDefinitionName;
    if (existing !== undefined) this.existing = existing;
    this.wanted = wanted;
    this.remedy = remedy;
  }
}
