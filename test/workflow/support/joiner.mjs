// The other side of a handoff, whatever carries it: joins, does one thing in the run, and answers.
import { parentPort, workerData } from 'node:worker_threads';
import { encodeError } from '@nova-act/core';
import { joinWorkflow } from '@nova-act/workflow';

/** @param {{ handoff: import('@nova-act/workflow').Handoff | string; task: 'session' | 'error' }} job */
export default async function join({ handoff, task }) {
  try {
    return await joinWorkflow(handoff, async ({ service, workflowRun }) => {
      const { sessionId } = await service.createSession(workflowRun);
      if (task === 'session') return { sessionId };
      const actId = '00000000-0000-4000-8000-000000000000';
      return service.updateAct({ ...workflowRun, sessionId, actId, status: 'FAILED' });
    });
  } catch (error) {
    return { error: encodeError(error) };
  }
}

if (workerData?.handoff) parentPort?.postMessage(await join(workerData));
else if (workerData === 'by-message') {
  parentPort?.once('message', async (job) => parentPort?.postMessage(await join(job)));
} else if (process.env.TEST_HANDOFF_JOB) {
  process.send?.(await join(JSON.parse(process.env.TEST_HANDOFF_JOB)));
  process.disconnect();
} else if (process.send) {
  process.once('message', async (job) => {
    process.send?.(await join(job));
    process.disconnect();
  });
}
