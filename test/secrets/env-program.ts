import { inspect } from 'node:util';
import { NovaAct } from '@nova-act/core';
import { Workflow } from '@nova-act/workflow';

// A program that takes everything from the environment, prints all it has, and dies of an act's error.
const page = process.env.NOVA_ACT_TEST_PAGE ?? '';
const { NOVA_ACT_API_KEY: apiKey, NOVA_ACT_TEST_USE_KEY: useKey } = process.env;
const auth = useKey ? { apiKey } : { workflowDefinitionName: 'secrets' };
await Workflow.run(auth, async (workflow) => {
  await using nova = await NovaAct.start({ startingPage: page });
  const shown = [workflow, nova, await nova.act('go'), workflow.handoff()];
  console.log(inspect(shown, { depth: 20, showHidden: true }), JSON.stringify(shown));
  await nova.act('fail');
});
