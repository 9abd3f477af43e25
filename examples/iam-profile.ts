// AWS credentials from a named profile, in a region you choose. Without `profile`, `credentials` or
// `assumeRole` the AWS default provider chain is asked.
import { NovaAct } from '@nova-act/core';
import { withWorkflow } from '@nova-act/workflow';
import { exampleService } from './support/example-service.js';

await using service = await exampleService('profile');

const openPlanets = withWorkflow(
  {
    workflowDefinitionName: 'planets',
    modelId: 'nova-act-latest',
    profile: 'nova-act-examples',
    region: 'us-east-1',
  },
  async () => {
    await using nova = await NovaAct.start({ startingPage: service.gymUrl });
    await nova.act('Click the link Planets');
    return await nova.page.title();
  },
);

console.log(await openPlanets());
