// actGet: an answer with a type, checked against a schema. Zod here; a JSON Schema does as well.
import { NovaAct } from '@nova-act/core';
import { withWorkflow } from '@nova-act/workflow';
import { z } from 'zod';
import { exampleService } from './support/example-service.js';

await using service = await exampleService();

const Planet = z.object({
  name: z.string(),
  moons: z.number().int(),
});

const largestPlanet = withWorkflow(
  { workflowDefinitionName: 'planets', modelId: 'nova-act-latest' },
  async () => {
    await using nova = await NovaAct.start({ startingPage: `${service.gymUrl}/planets` });
    const { parsed } = await nova.actGet('Which planet has the most moons?', { schema: Planet });
    return parsed;
  },
);

const { name, moons } = await largestPlanet();
console.log(`${name}: ${moons} moons`);
