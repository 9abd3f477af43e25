import type { Attributes } from './api.js';

/** What is known of what is under way, beside its open spans. */
export class KnownRuns {
  /** By run, of those that began in this process. */
  readonly models = new Map<string, string>();
  /** The step that an act is in. */
  readonly steps = new Map<string, number>();

  modelOf({ workflowRunId }: { readonly workflowRunId: string }): Attributes {
    const model = this.models.get(workflowRunId);
    return model === undefined ? {} : { 'gen_ai.request.model': model };
  }
}
