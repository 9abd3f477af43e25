import { Topic } from './topic.js';

/** A run that this process began, or put an end on record of. */
export type RunNotice =
  | {
      readonly type: 'run.started';
      /** Epoch milliseconds. */
      readonly atMs: number;
      readonly workflowDefinitionName: string;
      readonly workflowRunId: string;
      readonly modelId: string;
    }
  | {
      readonly type: 'run.ended';
      readonly atMs: number;
      readonly workflowDefinitionName: string;
      readonly workflowRunId: string;
      readonly status: 'SUCCEEDED' | 'FAILED';
      /** The code or name of what kept the status from being put on record. */
      readonly error?: string | undefined;
    };

export const runs = new Topic<RunNotice>('run');
