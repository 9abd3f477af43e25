// AWS credentials from a named profile, in a region you choose. Without `profile`, `credentials` or
// `assumeRole` the AWS default provider chain is asked.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { NovaAct } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { withWorkflow } from '@nova-act/workflow';

// The service and practice pages on this machine; with --aws the program uses AWS and your credentials.
const service = await startLocalService();
if (!process.argv.includes('--aws')) {
  // For this program only: a profile as `aws configure --profile nova-act-examples` would make it.
  const { accessKeyId, secretAccessKey } = service.credentials;
  const credentials = join(mkdtempSync(join(tmpdir(), 'nova-act-examples-')), 'credentials');
  const lines = [`aws_access_key_id=${accessKeyId}`, `aws_secret_access_key=${secretAccessKey}`];
  writeFileSync(credentials, ['[nova-act-examples]', ...lines, ''].join('\n'), { mode: 0o600 });
  process.on('exit', () => rmSync(dirname(credentials), { recursive: true }));
  Object.assign(process.env, service.iamEnv, {
    AWS_ACCESS_KEY_ID: '',
    AWS_SECRET_ACCESS_KEY: '',
    AWS_SHARED_CREDENTIALS_FILE: credentials,
  });
}

const openPlanets = withWorkflow(
  {
    workflowDefinitionName: 'planets',
    modelId: 'nova-act-latest',
    profile: 'nova-act-examples',
    region: 'us-east-1',
  },
  () =>
    NovaAct.use({ startingPage: service.gymUrl }, async (nova) => {
      await nova.act('Click the link Planets');
      return nova.page.title();
    }),
);

console.log(await openPlanets());
await service.stop();
