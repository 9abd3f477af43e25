import { NovaAct, type NovaActOptions } from '@nova-act/core';
import type { RunningLocalService } from '@nova-act/local';
import { Workflow } from '@nova-act/workflow';

/** A run of the local service that the benchmark's sessions belong to. */
export async function startRun(service: RunningLocalService): Promise<Workflow> {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION } = service.iamEnv;
  return Workflow.start({
    workflowDefinitionName: 'bench',
    modelId: 'nova-act-latest',
    region: AWS_REGION ?? '',
    credentials: {
      accessKeyId: AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: AWS_SECRET_ACCESS_KEY ?? '',
    },
    endpointUrl: service.url,
  });
}

/** A session as a user starts it, on an empty page. */
export const startSession = (workflow: Workflow, options: NovaActOptions = {}): Promise<NovaAct> =>
  NovaAct.start({ startingPage: 'about:blank', ...options, workflow });
