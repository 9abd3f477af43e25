// The workflow picked up from the context: helpers that run at the same time need no parameter, and
// two runs that overlap are never mixed.
import { NovaAct } from '@nova-act/core';
import { currentWorkflow, withWorkflow } from '@nova-act/workflow';
import { exampleService } from './support/example-service.js';

await using service = await exampleService();

async function titleOf(planet: string): Promise<string> {
  await using nova = await NovaAct.start({ startingPage: `${service.gymUrl}/planets` });
  await nova.act(`Click the link ${planet}`);
  return `${await nova.page.title()} in run ${currentWorkflow().workflowRunId}`;
}

const compare = withWorkflow(
  { workflowDefinitionName: 'planets', modelId: 'nova-act-latest' },
  (...planets: string[]) => Promise.all(planets.map(titleOf)),
);

const [inner, outer] = await Promise.all([compare('Mars', 'Venus'), compare('Saturn')]);
console.log([...inner, ...outer].join('\n'));
