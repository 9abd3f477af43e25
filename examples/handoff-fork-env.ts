// One run, two processes: the handoff goes to the child in an environment variable. This child is
// also given the end of the run: it says how it went, and the parent no longer does.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { NovaAct } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { joinWorkflow, Workflow } from '@nova-act/workflow';

const handoff = process.env['PLANETS_HANDOFF'];
if (handoff) await child(handoff);
else await parent();

async function parent(): Promise<void> {
  // The service and practice pages on this machine; with --aws the program uses AWS and your credentials.
  const service = await startLocalService();
  if (!process.argv.includes('--aws')) Object.assign(process.env, service.iamEnv);
  const options = { workflowDefinitionName: 'planets', modelId: 'nova-act-latest' };
  const forked = await Workflow.run(options, (workflow) =>
    fork(fileURLToPath(import.meta.url), {
      env: {
        ...process.env,
        PLANETS_HANDOFF: JSON.stringify(workflow.handoff({ ownership: 'transfer' })),
        PLANETS_URL: `${service.gymUrl}/planets`,
      },
    }),
  );
  await once(forked, 'exit');
  await service.stop();
}

async function child(carried: string): Promise<void> {
  await joinWorkflow(carried, () =>
    NovaAct.use({ startingPage: process.env['PLANETS_URL'] ?? '' }, async (nova) => {
      await nova.act('Click the link Mars');
      console.log(await nova.page.title());
    }),
  );
}
