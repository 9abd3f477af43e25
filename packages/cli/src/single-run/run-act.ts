import {
  type EventListener,
  type JsonSchema,
  NovaAct,
  type NovaActOptions,
  stringSchema,
} from '@nova-act/core';
import { redactUrl } from '@nova-act/core/runtime';
import { Workflow, type WorkflowOptions } from '@nova-act/workflow';
import type { ActPlan } from './act-arguments.js';
import { pageOptions } from './page-options.js';
import { type ActReport, actReport } from './report.js';

/** How an answer is asked for; undefined where something is only to be done. */
export type Asked = { readonly schema: JsonSchema | undefined } | undefined;

export interface RunningAct {
  readonly signal: AbortSignal;
  /** Hears of the run when it is on record. */
  readonly onRun: (workflowRunId: string) => void;
  readonly onEvent: EventListener;
  /** For tests: what else the run is told. */
  readonly service?: WorkflowOptions | undefined;
}

/**
 * One act in a run and a browser of its own, which are ended before this settles: the run is `SUCCEEDED`
 * only when the act is.
 */
export async function runAct(plan: ActPlan, asked: Asked, running: RunningAct): Promise<ActReport> {
  const { run, url } = plan;
  if (run) return actIn({ ...run, ...running.service }, pageOptions(url), plan, asked, running);
  const { useLocalService } = await import('@nova-act/local');
  return useLocalService({}, (service) => {
    const { modelId, localDefinition: workflowDefinitionName } = plan;
    const options = { ...service.workflowOptions, workflowDefinitionName, modelId };
    const session = { ...service.novaActOptions, ...pageOptions(url, service.url) };
    return actIn(options, session, plan, asked, running);
  });
}

function actIn(
  options: WorkflowOptions,
  session: NovaActOptions,
  plan: ActPlan,
  asked: Asked,
  { signal, onRun, onEvent }: RunningAct,
): Promise<ActReport> {
  const { prompt, maxSteps, timeoutMs } = plan;
  return Workflow.run({ ...options, signal }, (workflow) => {
    onRun(workflow.workflowRunId);
    return NovaAct.use({ ...plan.session, ...session, workflow, onEvent }, async (nova) => {
      const limits = { maxSteps, timeoutMs };
      if (asked) {
        const { schema = stringSchema } = asked;
        const { parsed, metadata } = await nova.actGet(prompt, { ...limits, schema });
        return actReport({ answer: parsed }, here(nova), metadata);
      }
      const { response, metadata } = await nova.act(prompt, limits);
      const said = response === undefined ? {} : { response };
      return actReport(said, here(nova), metadata);
    });
  });
}

/** Where the browser is, as it may be told. */
const here = (nova: NovaAct) => nova.redact(redactUrl(nova.page.url()));
