// One run, two processes: the handoff goes to the child in an environment variable. This child is
// also given the end of the run: it says how it went, and the parent no longer does.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { NovaAct } from '@nova-act/core';
import { joinWorkflow, Workflow } from '@nova-act/workflow';
import { exampleService } from './support/example-service.js';

const handoff = process.env['PLANETS_HANDOFF'];
if (handoff) await child(handoff);
else await parent();

async function parent(): Promise<void> {
  await using service = await exampleService();
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
}

async function child(carried: string): Promise<void> {
  await joinWorkflow(carried, async () => {
    await using nova = await NovaAct.start({ startingPage: process.env['PLANETS_URL'] ?? '' });
    await nova.act('Click the link Mars');
    console.log(await nova.page.title());
  });
}
