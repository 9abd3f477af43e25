// Downloads, kept in a directory of yours: the event tells of each, and nova.downloads() waits for them.
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { NovaAct } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { withWorkflow } from '@nova-act/workflow';

// The service and practice pages on this machine; with --aws the program uses AWS and your credentials.
const service = await startLocalService();
if (!process.argv.includes('--aws')) Object.assign(process.env, service.iamEnv);
const downloadsDirectory = await mkdtemp(join(tmpdir(), 'reports-'));

const report = withWorkflow({ workflowDefinitionName: 'reports', modelId: 'nova-act-latest' }, () =>
  NovaAct.use(
    {
      startingPage: `${service.gymUrl}/planets`,
      downloadsDirectory,
      onEvent: (event) => {
        if (event.type === 'download') console.log(event.outcome, event.suggestedFilename);
      },
    },
    async (nova) => {
      // A page that offers a file; yours will have its own.
      await nova.page.setContent(
        '<a download="moons.csv" href="data:text/csv,Mars,2">Download the moons</a>',
      );
      await nova.act('Click the link Download the moons');
      const [file] = await nova.downloads();
      return file?.path;
    },
  ),
);

const path = (await report()) ?? '';
console.log(`${basename(path)}: ${await readFile(path, 'utf8')}`);
await service.stop();
