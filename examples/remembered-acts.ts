// Remembered acts: the first time the model finds the way, and it is written down; from then on it is
// played without the model, with other values too. What is played is on record as any act.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileMemory, NovaAct } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { withWorkflow } from '@nova-act/workflow';

const service = await startLocalService();
// Yours will be beside your code, './acts' say, and committed with it.
const directory = await mkdtemp(join(tmpdir(), 'acts-'));

const search = withWorkflow(
  { workflowDefinitionName: 'shop', modelId: 'nova-act-latest', ...service.workflowOptions },
  (what: string) =>
    NovaAct.use(
      {
        startingPage: `${service.gymUrl}/shop`,
        memory: fileMemory(directory),
        captureDom: true,
      },
      async (nova) => {
        const { metadata } = await nova.act('Search for {{what}}', { variables: { what } });
        const { memory, numStepsExecuted: asked } = metadata;
        const url = nova.page.url().split('?')[1];
        console.log(`${what}: played ${memory?.played}, asked ${asked} times, at ${url}`);
      },
    ),
);

await search('lamp');
await search('chair');
const [file] = await readdir(directory);
console.log(`remembered in ${file}`);
await rm(directory, { recursive: true });
await service.stop();
