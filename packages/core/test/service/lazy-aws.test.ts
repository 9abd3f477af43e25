import { execFile } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../../../', import.meta.url));

const HOOK = JSON.stringify(
  `data:text/javascript,${encodeURIComponent(`
    let port;
    export async function initialize(data) { port = data; }
    export async function resolve(specifier, context, next) {
      const found = await next(specifier, context);
      port.postMessage(found.url);
      return found;
    }
  `)}`,
);

/** Runs a program in a process of its own and gives what it printed as JSON. */
async function inProcess(program: string, env: Record<string, string> = {}): Promise<unknown> {
  const url = (path: string) =>
    JSON.stringify(pathToFileURL(`${root}packages/core/src/${path}`).href);
  const source = `
    import { createServer } from 'node:http';
    import { createRequire, register } from 'node:module';
    import { MessageChannel } from 'node:worker_threads';
    // ES modules are reported by a loader's hook, CommonJS ones stand in the require cache.
    const imported = [];
    const { port1, port2 } = new MessageChannel();
    port1.on('message', (url) => imported.push(url));
    port1.unref();
    register(${HOOK}, { data: port2, transferList: [port2] });
    const loadedNow = async () => {
      // Reports come in order: when that of one more import is here, all before it are.
      const last = 'data:text/javascript,' + imported.length;
      const reported = new Promise((done) => port1.on('message', (url) => url === last && done()));
      port1.ref();
      await import(last);
      await reported;
      port1.unref();
      return [...imported, ...Object.keys(createRequire(import.meta.url).cache)];
    };
    const { createNovaActService } = await import(${url('service/create-service.ts')});
    await import(${url('runtime.ts')});
    ${program}
  `;
  const { stdout } = await run(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', source],
    {
      cwd: root,
      env: { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', ...env },
    },
  );
  return JSON.parse(stdout);
}

const AWS = /node_modules\/(@aws-sdk|@smithy|@aws-crypto|aws4fetch)/;
const ANSWERING = `
  const server = createServer((_request, response) => {
    response.writeHead(201, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ workflowRunId: 'run-1' }));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const endpointUrl = 'http://127.0.0.1:' + server.address().port;
`;

describe('the AWS packages', () => {
  it('are not loaded by a process that uses an API key', async () => {
    const answer = await inProcess(`${ANSWERING}
      const service = createNovaActService({ apiKey: '0'.repeat(36), endpointUrl });
      const run = await service.createWorkflowRun({ workflowDefinitionName: 'default', modelId: 'm' });
      server.close();
      console.log(JSON.stringify({ ...run, loaded: await loadedNow() }));
    `);
    const { workflowRunId, loaded } = answer as { workflowRunId: string; loaded: string[] };
    expect(workflowRunId).toBe('run-1');
    expect(loaded.filter((url) => AWS.test(url))).toEqual([]);
    expect(loaded.some((url) => url.includes('p-retry'))).toBe(true);
  });

  it('are loaded with the first request that IAM signs, and not before', async () => {
    const answer = await inProcess(`${ANSWERING}
      const credentials = { accessKeyId: 'AKID', secretAccessKey: 'secret' };
      const service = createNovaActService({ credentials, endpointUrl });
      const before = await loadedNow();
      await service.createWorkflowRun({ workflowDefinitionName: 'flights', modelId: 'm' });
      server.close();
      console.log(JSON.stringify({ before, loaded: await loadedNow() }));
    `);
    const { before, loaded } = answer as { before: string[]; loaded: string[] };
    expect(before.filter((url) => AWS.test(url))).toEqual([]);
    expect(loaded.some((url) => AWS.test(url))).toBe(true);
  });

  it('that find no credentials give an AuthError with the first request, which lists the ways', async () => {
    const answer = await inProcess(
      `${ANSWERING}
      const service = createNovaActService({ endpointUrl });
      const error = await service
        .createWorkflowRun({ workflowDefinitionName: 'flights', modelId: 'm' })
        .catch((thrown) => thrown);
      server.close();
      console.log(JSON.stringify(error));
    `,
      { AWS_EC2_METADATA_DISABLED: 'true' },
    );
    expect(answer).toMatchObject({ name: 'AuthError', code: 'AUTH_NOT_RESOLVED' });
    const { message } = answer as { message: string };
    for (const way of ['credentials', 'profile', 'AWS_ACCESS_KEY_ID', 'apiKey']) {
      expect(message).toContain(way);
    }
  });
});
