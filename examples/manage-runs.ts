// What stands around the runs: a definition that is there before the first one, the list of them, the
// old ones deleted.
import { NovaActControl } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { Workflow } from '@nova-act/workflow';

// The service on this machine; with --aws the program uses AWS and your credentials.
const service = await startLocalService();
if (!process.argv.includes('--aws')) Object.assign(process.env, service.iamEnv);

const control = new NovaActControl();
const workflowDefinitionName = 'planets';

// Does nothing where it is there already; safe where many processes start at once.
const { arn, status } = await control.ensureWorkflowDefinition({
  name: workflowDefinitionName,
  description: 'Facts about planets',
  // exportConfig: { s3BucketName: 'my-traces' },
});
console.log(`${arn} is ${status}`);

const { modelAliases } = await control.listModels();
const [alias] = modelAliases;
const modelId = alias?.aliasName ?? 'nova-act-latest';
console.log(`${modelId} stands for ${alias?.latestModelId}`);

await Workflow.run({ workflowDefinitionName, modelId }, async () => 'nothing to do today');

// Page after page is asked for as the loop goes on; `limit` ends it.
for await (const run of control.listWorkflowRuns({ workflowDefinitionName }, { limit: 10 })) {
  const tookMs = Number(run.endedAt ?? Date.now()) - Number(run.startedAt);
  console.log(`run ${run.workflowRunId} ${run.status} after ${tookMs} ms`);
}

const monthAgo = Date.now() - 30 * 24 * 3_600_000;
let deleted = 0;
const runs = control.listWorkflowRuns({ workflowDefinitionName, sortOrder: 'Ascending' });
for await (const { workflowRunId, endedAt } of runs) {
  if (!endedAt || Number(endedAt) > monthAgo) continue;
  await control.deleteWorkflowRun({ workflowDefinitionName, workflowRunId });
  deleted++;
}
console.log(`${deleted} runs of more than a month ago deleted`);
await service.stop();
