// One run, two processes: the handoff goes to the child as a message.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { NovaAct } from '@nova-act/core';
import { type Handoff, joinWorkflow, Workflow } from '@nova-act/workflow';
import { exampleService } from './support/example-service.js';

interface Task {
  handoff: Handoff;
  startingPage: string;
}

if (process.send) await child();
else await parent();

async function parent(): Promise<void> {
  await using service = await exampleService();
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
}

async function child(): Promise<void> {
  const [{ handoff, startingPage }] = (await once(process, 'message')) as [Task];
  const title = await joinWorkflow(handoff, async () => {
    await using nova = await NovaAct.start({ startingPage });
    await nova.act('Click the link Mars');
    return await nova.page.title();
  });
  process.send?.(title);
  process.disconnect();
}
