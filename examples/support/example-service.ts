import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalService } from '@nova-act/local';

export type ExampleAuth = 'iam' | 'profile' | 'api-key';

/** Where an example finds its pages; disposing of it stops the local service. */
export interface ExampleService extends AsyncDisposable {
  /** Practice pages on this machine. Against AWS too: the browser runs here. */
  gymUrl: string;
}

/** The profile that the examples name. */
export const EXAMPLE_PROFILE = 'nova-act-examples';

/**
 * Lets an example run offline: starts the local service and points the environment at it, as a
 * shell would with `export`. The example itself is the program that also runs against AWS: with
 * `--aws` the environment is left as it is, and your own credentials are used.
 */
export async function exampleService(auth: ExampleAuth = 'iam'): Promise<ExampleService> {
  const service = await startLocalService();
  if (process.argv.includes('--aws')) return service;
  const { env } = process;
  if (!env['AWS_ENDPOINT_URL_NOVA_ACT']) Object.assign(env, service.env);

  // One kind of authentication each: a workflow refuses to choose between two.
  if (auth === 'api-key') forget('AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY');
  else forget('NOVA_ACT_API_KEY');
  forget('AWS_PROFILE', 'AWS_SESSION_TOKEN');
  if (auth !== 'profile') return service;

  const removeProfile = writeProfile();
  return {
    gymUrl: service.gymUrl,
    async [Symbol.asyncDispose]() {
      removeProfile();
      await service.stop();
    },
  };
}

function forget(...names: string[]): void {
  for (const name of names) delete process.env[name];
}

/** A shared credentials file as the AWS CLI writes it, in a folder of its own. */
function writeProfile(): () => void {
  const { env } = process;
  const folder = mkdtempSync(join(tmpdir(), 'nova-act-examples-'));
  const credentials = join(folder, 'credentials');
  writeFileSync(
    credentials,
    [
      `[${EXAMPLE_PROFILE}]`,
      `aws_access_key_id = ${env['AWS_ACCESS_KEY_ID']}`,
      `aws_secret_access_key = ${env['AWS_SECRET_ACCESS_KEY']}`,
      '',
    ].join('\n'),
    { mode: 0o600 },
  );
  env['AWS_SHARED_CREDENTIALS_FILE'] = credentials;
  env['AWS_CONFIG_FILE'] = join(folder, 'config');
  forget('AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY');
  return () => rmSync(folder, { recursive: true, force: true });
}
