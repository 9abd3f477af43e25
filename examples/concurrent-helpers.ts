// The workflow picked up from the context: helpers that run at the same time need no parameter, and
// two runs that overlap are never mixed.
import { NovaAct } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { currentWorkflow, withWorkflow } from '@nova-act/workflow';

// The service and practice pages on this machine; with --aws the program uses AWS and your credentials.
const service = await startLocalService();
if (!process.argv.includes('--aws')) Object.assign(process.env, service.iamEnv);

function titleOf(planet: string): Promise<string> {
  return NovaAct.use({ startingPage: `${service.gymUrl}/planets` }, async (nova) => {
    await nova.act(`Click the link ${planet}`);
    return `${await nova.page.title()} in run ${currentWorkflow().workflowRunId}`;
  });
}

const compare = withWorkflow(
  { workflowDefinitionName: 'planets', modelId: 'nova-act-latest' },
  (...planets: string[]) => Promise.all(planets.map(titleOf)),
);

const [inner, outer] = await Promise.all([compare('Mars', 'Venus'), compare('Saturn')]);
console.log([...inner, ...outer].join('\n'));
await service.stop();
