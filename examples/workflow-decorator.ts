// @workflow on a method: every call of the method is one run, and `this` stays what it was.
import { NovaAct } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { workflow } from '@nova-act/workflow';

// The service and practice pages on this machine; with --aws the program uses AWS and your credentials.
const service = await startLocalService();
if (!process.argv.includes('--aws')) Object.assign(process.env, service.iamEnv);

class PlanetGuide {
  constructor(private readonly startingPage: string) {}

  @workflow({ workflowDefinitionName: 'planets', modelId: 'nova-act-latest' })
  async titleOf(planet: string): Promise<string> {
    return NovaAct.use({ startingPage: this.startingPage }, async (nova) => {
      await nova.act(`Click the link ${planet}`);
      return nova.page.title();
    });
  }
}

const guide = new PlanetGuide(`${service.gymUrl}/planets`);
console.log(await guide.titleOf('Saturn'));
await service.stop();
