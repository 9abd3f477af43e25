// @workflow on a method: every call of the method is one run, and `this` stays what it was.
import { NovaAct } from '@nova-act/core';
import { workflow } from '@nova-act/workflow';
import { exampleService } from './support/example-service.js';

await using service = await exampleService();

class PlanetGuide {
  constructor(private readonly startingPage: string) {}

  @workflow({ workflowDefinitionName: 'planets', modelId: 'nova-act-latest' })
  async titleOf(planet: string): Promise<string> {
    await using nova = await NovaAct.start({ startingPage: this.startingPage });
    await nova.act(`Click the link ${planet}`);
    return await nova.page.title();
  }
}

const guide = new PlanetGuide(`${service.gymUrl}/planets`);
console.log(await guide.titleOf('Saturn'));
