// What the agent may do: the addresses it may open, the files it may upload, and a guardrail that decides about each
// page before the service sees it.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ActStateGuardrailError, NovaAct } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { withWorkflow } from '@nova-act/workflow';

// The service and practice pages on this machine; with --aws the program uses AWS and your credentials.
const service = await startLocalService();
if (!process.argv.includes('--aws')) Object.assign(process.env, service.iamEnv);
const outbox = await mkdtemp(join(tmpdir(), 'outbox-'));
const file = join(outbox, 'observations.csv');
await writeFile(file, 'Mars,2');

const guarded = withWorkflow(
  { workflowDefinitionName: 'planets', modelId: 'nova-act-latest' },
  () =>
    NovaAct.use(
      {
        startingPage: `${service.gymUrl}/planets`,
        security: {
          // Links, redirects and popups that lead anywhere else are not followed.
          allowedUrls: [new URL(service.gymUrl).host],
          // Nothing else of this machine can be uploaded. Pages by file: would take allowFileUrls.
          allowedFileUploadPaths: [outbox],
        },
        stateGuardrail: ({ browserUrl }) => (browserUrl.includes('venus') ? 'block' : 'pass'),
      },
      async (nova) => {
        try {
          await nova.act('Click the link Venus');
        } catch (error) {
          if (!(error instanceof ActStateGuardrailError)) throw error;
          console.log(`stopped: ${error.message}`);
        }
        await nova.goToUrl(`${service.gymUrl}/planets`);
        // A page that takes files; yours will have its own.
        await nova.page.setContent('<label>Observations <input type="file"></label>');
        await nova.act(`Upload ${file} into Observations`);
        return nova.page.locator('input').inputValue();
      },
    ),
);

console.log(`uploaded: ${await guarded()}`);
await rm(outbox, { recursive: true });
await service.stop();
