// One run, two threads: the worker joins the run that the main thread has begun, and what it does
// lands there. An error comes back as what it was.
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { decodeError, type EncodedError, encodeError, NovaAct } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { type Handoff, joinWorkflow, Workflow } from '@nova-act/workflow';

interface Task {
  handoff: Handoff;
  startingPage: string;
  prompt: string;
}

type Answer = { title: string } | { error: EncodedError };

if (isMainThread) await main();
else parentPort?.postMessage(await answer(workerData as Task));

async function main(): Promise<void> {
  // The service and practice pages on this machine; with --aws the program uses AWS and your credentials.
  const service = await startLocalService();
  if (!process.argv.includes('--aws')) Object.assign(process.env, service.iamEnv);
  const startingPage = `${service.gymUrl}/planets`;
  const options = { workflowDefinitionName: 'planets', modelId: 'nova-act-latest' };
  await Workflow.run(options, async (workflow) => {
    const handoff = workflow.handoff();
    console.log(await inThread({ handoff, startingPage, prompt: 'Click the link Mars' }));
    const impossible = inThread({ handoff, startingPage, prompt: 'Click the link Vulcan' });
    await impossible.catch((error) => console.log(`${error.name}: ${error.message}`));
  });
  await service.stop();
}

async function answer({ handoff, startingPage, prompt }: Task): Promise<Answer> {
  try {
    return await joinWorkflow(handoff, () =>
      NovaAct.use({ startingPage }, async (nova) => {
        await nova.act(prompt);
        return { title: await nova.page.title() };
      }),
    );
  } catch (error) {
    return { error: encodeError(error) };
  }
}

function inThread(task: Task): Promise<string> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: task });
    worker.once('error', reject);
    worker.once('message', (message: Answer) => {
      if ('error' in message) reject(decodeError(message.error));
      else resolve(message.title);
    });
  });
}
