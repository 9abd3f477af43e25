// One run, a job queue, two worker processes, which may as well be on other machines: the handoff
// travels in the job, as JSON through Redis. Needs a Redis: REDIS_URL, default redis://127.0.0.1:6379.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { NovaAct } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { type Handoff, joinWorkflow, Workflow } from '@nova-act/workflow';
import { Queue, QueueEvents, Worker } from 'bullmq';

interface Task {
  handoff: Handoff;
  startingPage: string;
  planet: string;
}

const QUEUE = 'planets';
const connection = { url: process.env['REDIS_URL'] ?? 'redis://127.0.0.1:6379' };

if (process.send) await serveJobs();
else await main();

/** A worker process: takes jobs until its parent is done with it. */
async function serveJobs(): Promise<void> {
  const worker = new Worker<Task, string>(
    QUEUE,
    async ({ data: { handoff, startingPage, planet } }) =>
      joinWorkflow(handoff, () =>
        NovaAct.use({ startingPage }, async (nova) => {
          await nova.act(`Click the link ${planet}`);
          return `${await nova.page.title()} (process ${process.pid})`;
        }),
      ),
    { connection },
  );
  await once(process, 'disconnect');
  await worker.close();
}

async function main(): Promise<void> {
  // The service and practice pages on this machine; with --aws the program uses AWS and your credentials.
  const service = await startLocalService();
  if (!process.argv.includes('--aws')) Object.assign(process.env, service.iamEnv);
  const startingPage = `${service.gymUrl}/planets`;
  const workers = [1, 2].map(() => fork(fileURLToPath(import.meta.url)));
  const queue = new Queue<Task, string>(QUEUE, { connection });
  const finished = new QueueEvents(QUEUE, { connection });
  await finished.waitUntilReady();
  const options = { workflowDefinitionName: 'planets', modelId: 'nova-act-latest' };
  const titles = await Workflow.run(options, async (workflow) => {
    const handoff = workflow.handoff();
    const jobs = await queue.addBulk(
      ['Mars', 'Venus'].map((planet) => ({
        name: planet,
        data: { handoff, startingPage, planet },
      })),
    );
    return Promise.all(jobs.map((job) => job.waitUntilFinished(finished)));
  });
  await Promise.all([finished.close(), queue.close(), ...workers.map(stop)]);
  console.log(titles.join('\n'));
  await service.stop();
}

async function stop(worker: ChildProcess): Promise<void> {
  worker.disconnect();
  await once(worker, 'exit');
}
