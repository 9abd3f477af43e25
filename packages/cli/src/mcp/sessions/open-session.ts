import { NovaAct, type NovaActEvent, type NovaActOptions } from '@nova-act/core';
import { Workflow, type WorkflowOptions } from '@nova-act/workflow';

/** A browser, and the run on record that all of its acts are in. */
export interface OpenedSession {
  readonly nova: Pick<
    NovaAct,
    'act' | 'actGet' | 'goToUrl' | 'page' | 'redact' | 'screenshot' | 'stop'
  >;
  readonly run: Pick<Workflow, 'workflowRunId' | 'succeed' | 'fail'>;
}

export interface Opening {
  /** Ends the opening, and all that comes of it. */
  readonly signal: AbortSignal;
  readonly onEvent: (event: NovaActEvent) => void;
}

/** Opens a session; rejects with everything closed again, and the run, if there is one, `FAILED`. */
export type OpenSession = (opening: Opening) => Promise<OpenedSession>;

/** How sessions are opened on the service and in a real browser. */
export function sessionOpener(
  runOptions: WorkflowOptions,
  sessionOptions: NovaActOptions,
): OpenSession {
  return async ({ signal, onEvent }) => {
    const run = await Workflow.start({ ...runOptions, signal });
    try {
      const nova = await NovaAct.start({ ...sessionOptions, workflow: run, onEvent });
      return { nova, run };
    } catch (error) {
      await run.fail(error);
      throw error;
    }
  };
}
