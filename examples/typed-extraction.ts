// actGet: an answer with a type, checked against a schema. Zod here; a JSON Schema does as well, and there are
// booleanSchema and stringSchema.
import { booleanSchema, NovaAct } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { withWorkflow } from '@nova-act/workflow';
import { z } from 'zod';

// The service and practice pages on this machine; with --aws the program uses AWS and your credentials.
const service = await startLocalService();
if (!process.argv.includes('--aws')) Object.assign(process.env, service.iamEnv);

const Planet = z.object({
  name: z.string(),
  moons: z.number().int(),
});

const largestPlanet = withWorkflow(
  { workflowDefinitionName: 'planets', modelId: 'nova-act-latest' },
  () =>
    NovaAct.use({ startingPage: `${service.gymUrl}/planets` }, async (nova) => {
      const { parsed } = await nova.actGet('Which planet has the most moons?', { schema: Planet });
      const vulcan = await nova.actGet('Is there a planet called Vulcan?', {
        schema: booleanSchema,
      });
      return { ...parsed, vulcan: vulcan.parsed };
    }),
);

const { name, moons, vulcan } = await largestPlanet();
console.log(`${name}: ${moons} moons`);
console.log(vulcan ? 'Vulcan is there' : 'no Vulcan');
await service.stop();
