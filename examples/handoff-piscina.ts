// One run, a pool of threads: every task of the pool joins it.

import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { NovaAct } from '@nova-act/core';
import { type Handoff, joinWorkflow, Workflow } from '@nova-act/workflow';
import { Piscina } from 'piscina';
import { exampleService } from './support/example-service.js';

interface Task {
  handoff: Handoff;
  startingPage: string;
  planet: string;
}

/** What a thread of the pool does with a task. */
export default function titleOf({ handoff, startingPage, planet }: Task): Promise<string> {
  return joinWorkflow(handoff, async () => {
    await using nova = await NovaAct.start({ startingPage });
    await nova.act(`Click the link ${planet}`);
    return await nova.page.title();
  });
}

async function main(): Promise<void> {
  await using service = await exampleService();
  const pool = new Piscina({
    filename: fileURLToPath(new URL('support/typescript-thread.mjs', import.meta.url)),
    argv: [import.meta.url],
    maxThreads: 2,
  });
  const options = { workflowDefinitionName: 'planets', modelId: 'nova-act-latest' };
  const startingPage = `${service.gymUrl}/planets`;
  const titles = await Workflow.run(options, (workflow) => {
    const handoff = workflow.handoff();
    const tasks = ['Mars', 'Venus'].map((planet) => ({ handoff, startingPage, planet }));
    return Promise.all(tasks.map((task): Promise<string> => pool.run(task)));
  });
  await pool.destroy();
  console.log(titles.join('\n'));
}

if (isMainThread) await main();
