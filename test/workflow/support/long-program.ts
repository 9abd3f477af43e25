// A program for the tests of shutdown: a workflow with a browser, busy until a signal ends it. It says
// `acting` when the act is under way. NOVA_ACT_TEST_PLAN has how it behaves when it is aborted.
import { NovaAct } from '@nova-act/core';
import { shutdownSignal, Workflow } from '@nova-act/workflow';

const plan = process.env['NOVA_ACT_TEST_PLAN'];
const options = { workflowDefinitionName: 'long', signal: shutdownSignal() };

const running = Workflow.run(options, async () => {
  if (plan === 'no-browser') {
    process.stdout.write('acting\n');
    return new Promise(() => setInterval(() => {}, 1_000));
  }
  await using nova = await NovaAct.start({ startingPage: process.env['NOVA_ACT_TEST_PAGE'] ?? '' });
  const onEvent = nova.act('Wait for ever');
  process.stdout.write('acting\n');
  return await onEvent;
});

if (plan === 'catches') {
  await running.catch((error: Error) => process.stdout.write(`caught ${error.name}\n`));
} else await running;
