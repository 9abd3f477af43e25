import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type RunningLocalService, startLocalService } from '@nova-act/local';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../architecture/source-files.js';
import { runExample } from '../examples/run-example.js';
import { browserExecutable } from '../support/chromium.js';
import { AgentCoreStandIn } from './agent-core-stand-in.js';
import { awsHostCertificate } from './aws-host-certificate.js';

const HERE = pathToFileURL(join(ROOT, 'test/remote/aws-host-here.mjs')).href;

let service: RunningLocalService;
let place: string;
beforeAll(async () => {
  service = await startLocalService();
  place = await mkdtemp(join(tmpdir(), 'remote-examples-'));
  await writeFile(join(place, 'ca.pem'), awsHostCertificate.cert);
});
afterAll(async () => {
  await service?.stop();
  await rm(place, { recursive: true, force: true });
});

/** AgentCore's own host, as a program finds it whose packages know no other. */
const atAwsHost = () => {
  const { accessKeyId, secretAccessKey } = service.credentials;
  return AgentCoreStandIn.start({
    keys: { accessKeyId, secretAccessKey },
    region: 'us-east-1',
    serverOf: (listener) => createServer(awsHostCertificate, listener),
  });
};

const run = (example: string, { port }: AgentCoreStandIn) =>
  runExample(example, {
    ...service.iamEnv,
    AWS_HOST_PORT: String(port),
    NODE_OPTIONS: `--import=${HERE}`,
    NODE_EXTRA_CA_CERTS: join(place, 'ca.pem'),
    STARTING_PAGE: `${service.gymUrl}/planets`,
  });

describe('an example with a browser elsewhere', () => {
  it('of agentCoreBrowser() starts it, prints a link that is signed, and ends it', async () => {
    await using there = await atAwsHost();
    const { code, stdout, stderr } = await run('agent-core-browser', there);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/session [0-9A-F]{26}\n/);
    expect(stdout).toMatch(/\nPlanets/);
    const link = /watch it at (\S+)/.exec(stdout)?.[1] ?? '';
    expect(there.wrongIn(link)).toBeUndefined();
    expect(there.log).toEqual(['StartBrowserSession', 'connect', 'StopBrowserSession']);
    expect(there.states).toEqual(['TERMINATED']);
  }, 120_000);

  it('of AWS’s own package connects with what that signs, and ends it', async () => {
    await using there = await atAwsHost();
    // On standard error AWS's packages warn of this Node.
    const { code, stdout, stderr } = await run('agent-core-sdk', there);
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringContaining('Error') });
    expect(stdout).toMatch(/^Planets/m);
    expect(there.log).toEqual(['StartBrowserSession', 'connect', 'StopBrowserSession']);
    expect(there.states).toEqual(['TERMINATED']);
  }, 120_000);

  it('of a provider of one’s own starts one, and ends it', async () => {
    const { code, stdout, stderr } = await runExample('remote-browser', {
      ...service.iamEnv,
      NOVA_ACT_BROWSER_EXECUTABLE: browserExecutable,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/ended\n.*Mars/);
  }, 120_000);
});
