// Testing your own workflow: a script answers each step, a fault is made on purpose, a tool of yours
// is called, and the service says what it saw. No model, no network, no account.
import assert from 'node:assert/strict';
import { NovaAct, tool } from '@nova-act/core';
import { scriptedModel, startLocalService } from '@nova-act/local';
import { withWorkflow } from '@nova-act/workflow';
import { z } from 'zod';

const service = await startLocalService({
  model: scriptedModel([
    [{ name: 'stock_of', input: { article: 'lamp' } }, 'takeObservation'],
    [['return', '12']],
  ]),
  faults: [{ operation: 'InvokeActStep', kind: 'throttle', times: 1 }],
});

const asked: string[] = [];
const stockOf = tool({
  name: 'stock_of',
  description: 'How many pieces of an article are in stock.',
  inputSchema: z.object({ article: z.string() }),
  execute: ({ article }) => asked.push(article),
});

const countLamps = withWorkflow(
  { workflowDefinitionName: 'stock', modelId: 'nova-act-latest', ...service.workflowOptions },
  () =>
    NovaAct.use({ tools: [stockOf] }, async (nova) => {
      const { parsed } = await nova.actGet('How many lamps?', { schema: z.number() });
      return parsed;
    }),
);

assert.equal(await countLamps(), 12);
assert.deepEqual(asked, ['lamp']);
const [run] = service.runs();
assert.equal(run?.status, 'SUCCEEDED');
assert.equal(run?.acts[0]?.steps.length, 2);
await service.stop();
console.log('the workflow is as it should be');
