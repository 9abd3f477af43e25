// One run, two processes: the handoff goes to the child as a message.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { NovaAct } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { type Handoff, joinWorkflow, Workflow } from '@nova-act/workflow';

interface Task {
  handoff: Handoff;
  startingPage: string;
}

if (process.send) await child();
else await parent();

async function parent(): Promise<void> {
  // The service and practice pages on this machine; with --aws the program uses AWS and your credentials.
  const service = await startLocalService();
  if (!process.argv.includes('--aws')) Object.assign(process.env, service.iamEnv);
  const options = { workflowDefinitionName: 'planets', modelId: 'nova-act-latest' };
  await Workflow.run(options, async (workflow) => {
    const forked = fork(fileURLToPath(import.meta.url));
    const task: Task = {
      handoff: workflow.handoff(),
      startingPage: `${service.gymUrl}/planets`,
    };
    forked.send(task);
    const [title] = await once(forked, 'message');
    console.log(title);
    await once(forked, 'exit');
  });
  await service.stop();
}

async function child(): Promise<void> {
  const [{ handoff, startingPage }] = (await once(process, 'message')) as [Task];
  const title = await joinWorkflow(handoff, () =>
    NovaAct.use({ startingPage }, async (nova) => {
      await nova.act('Click the link Mars');
      return nova.page.title();
    }),
  );
  process.send?.(title);
  process.disconnect();
}
