// One run, two threads: the worker joins the run that the main thread has begun, and what it does
// lands there. An error comes back as what it was.
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { decodeError, type EncodedError, encodeError, NovaAct } from '@nova-act/core';
import { type Handoff, joinWorkflow, Workflow } from '@nova-act/workflow';
import { exampleService } from './support/example-service.js';

interface Task {
  handoff: Handoff;
  startingPage: string;
  prompt: string;
}

type Answer = { title: string } | { error: EncodedError };

if (isMainThread) await main();
else parentPort?.postMessage(await answer(workerData as Task));

async function main(): Promise<void> {
  await using service = await exampleService();
  const startingPage = `${service.gymUrl}/planets`;
  const options = { workflowDefinitionName: 'planets', modelId: 'nova-act-latest' };
  await Workflow.run(options, async (workflow) => {
    const handoff = workflow.handoff();
    console.log(await inThread({ handoff, startingPage, prompt: 'Click the link Mars' }));
    const impossible = inThread({ handoff, startingPage, prompt: 'Click the link Vulcan' });
    await impossible.catch((error) => console.log(`${error.name}: ${error.message}`));
  });
}

async function answer({ handoff, startingPage, prompt }: Task): Promise<Answer> {
  try {
    return await joinWorkflow(handoff, async () => {
      await using nova = await NovaAct.start({ startingPage });
      await nova.act(prompt);
      return { title: await nova.page.title() };
    });
  } catch (error) {
    return { error: encodeError(error) };
  }
}

function inThread(task: Task): Promise<string> {
  return new Promise((resolve, reject) => {
    const thread = new URL('support/typescript-thread.mjs', import.meta.url);
    const worker = new Worker(thread, { argv: [import.meta.url], workerData: task });
    worker.once('error', reject);
    worker.once('message', (message: Answer) => {
      if ('error' in message) reject(decodeError(message.error));
      else resolve(message.title);
    });
  });
}
