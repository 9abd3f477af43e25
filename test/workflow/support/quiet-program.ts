// A whole run with a browser, in a process that tells afterwards what was left in it. Its report is a
// message to its parent, so that anything on standard output or error is not its own.
import { NovaAct } from '@nova-act/core';
import { withWorkflow } from '@nova-act/workflow';

const EVENTS = [
  'SIGINT',
  'SIGTERM',
  'SIGHUP',
  'SIGQUIT',
  'exit',
  'beforeExit',
  'uncaughtException',
  'uncaughtExceptionMonitor',
  'unhandledRejection',
  'rejectionHandled',
  'warning',
];

const listeners = () =>
  Object.fromEntries(EVENTS.map((name) => [name, process.listenerCount(name)]));
const input = () => ({
  listeners: process.stdin.eventNames().length,
  flowing: process.stdin.readableFlowing,
});

// Both are looked at once before, so that looking is not what changes them.
input();
const before = { listeners: listeners(), input: input() };
const main = withWorkflow({ workflowDefinitionName: 'quiet' }, async () => {
  await using nova = await NovaAct.start({ startingPage: process.env['NOVA_ACT_TEST_PAGE'] ?? '' });
  await nova.act('Look');
});
await main();
process.send?.({ before, after: { listeners: listeners(), input: input() } });
process.disconnect();
