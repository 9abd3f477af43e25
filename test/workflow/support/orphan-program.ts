// A program for the tests of orphans: a run that goes on until it is killed. It says the id of its run, and
// `acting` when it is there. NOVA_ACT_TEST_PLAN has what it does: act after act, one act and no more, one that
// never ends, or nothing at all.
import { NovaAct } from '@nova-act/core';
import { Workflow } from '@nova-act/workflow';
import { fakeActuator } from '../../../packages/core/test/support/fake-actuator.js';

const plan = process.env['NOVA_ACT_TEST_PLAN'];

await Workflow.run({ workflowDefinitionName: 'orphans' }, async (workflow) => {
  process.stdout.write(`run ${workflow.workflowRunId}\n`);
  setInterval(() => {}, 1_000);
  const settle = () => {
    process.stdout.write('acting\n');
    return new Promise<never>(() => {});
  };
  if (plan === 'idle') return settle();
  const actuator = fakeActuator(plan === 'hangs' ? { settle } : {});
  const nova = await NovaAct.start({ actuator });
  for (;;) {
    await nova.act('go');
    if (plan === 'once') return settle();
    process.stdout.write('acting\n');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
});
