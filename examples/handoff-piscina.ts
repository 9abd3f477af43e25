// One run, a pool of threads: every task of the pool joins it.

import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { NovaAct } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { type Handoff, joinWorkflow, Workflow } from '@nova-act/workflow';
import { Piscina } from 'piscina';

interface Task {
  handoff: Handoff;
  startingPage: string;
  planet: string;
}

/** What a thread of the pool does with a task. */
export default function titleOf({ handoff, startingPage, planet }: Task): Promise<string> {
  return joinWorkflow(handoff, () =>
    NovaAct.use({ startingPage }, async (nova) => {
      await nova.act(`Click the link ${planet}`);
      return nova.page.title();
    }),
  );
}

async function main(): Promise<void> {
  // The service and practice pages on this machine; with --aws the program uses AWS and your credentials.
  const service = await startLocalService();
  if (!process.argv.includes('--aws')) Object.assign(process.env, service.iamEnv);
  const pool = new Piscina({
    filename: fileURLToPath(import.meta.url),
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
  await service.stop();
}

if (isMainThread) await main();
