import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { NovaAct } from '@nova-act/core';
import { Workflow } from '@nova-act/workflow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowserProcess } from '../../scripts/bench/step/browser-process.js';
import { startCallerIdentity } from '../../scripts/bench/step/caller-identity.js';
import { findPythonSdk, pythonSdkMayBeInstalled } from '../../scripts/bench/step/python-sdk.js';
import { PROMPT, programsOn, SCHEMA, servePages } from './pages.js';
import { pictureFacts } from './picture-facts.js';
import { CREDENTIALS, type Recorded, startRecordingService } from './recording-service.js';

const run = promisify(execFile);
const client = fileURLToPath(new URL('./python_client.py', import.meta.url));

const python = (await pythonSdkMayBeInstalled())
  ? await findPythonSdk()
  : { reason: 'the official client is not installed (set BENCH_PYTHON, or CI=true to install it)' };
const reason = 'reason' in python ? python.reason : '';

describe.skipIf('reason' in python)(`what the service is sent${reason && ` (${reason})`}`, () => {
  let ours: Recorded[];
  let theirs: Recorded[];
  const closing: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    const pages = await servePages();
    const service = await startRecordingService(programsOn(pages.url));
    const browser = await startBrowserProcess('1600,900');
    const identity = await startCallerIdentity();
    closing.push(pages.close, service.close, browser.close, identity.close);
    if (!('interpreter' in python)) return;
    await run(python.interpreter, [client], {
      timeout: 120_000,
      env: {
        PATH: process.env.PATH,
        HOME: '/nonexistent',
        AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
        AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
        AWS_REGION: 'us-east-1',
        AWS_ENDPOINT_URL_NOVA_ACT: service.url,
        AWS_ENDPOINT_URL_STS: identity.url,
        NOVA_ACT_SKIP_PLAYWRIGHT_INSTALL: '1',
        CDP_URL: browser.cdpUrl,
        PAGE_URL: pages.url,
        PROMPT,
        SCHEMA: JSON.stringify(SCHEMA),
      },
    });
    theirs = service.take();
    const options = {
      workflowDefinitionName: 'reference',
      modelId: 'nova-act-latest',
      endpointUrl: service.url,
      credentials: CREDENTIALS,
    };
    await Workflow.run(options, () =>
      NovaAct.use(
        {
          startingPage: pages.url,
          cdpEndpointUrl: browser.cdpUrl,
          humanInput: { approve: () => 'yes', uiTakeover: () => 'complete' },
        },
        async (nova) => {
          const { parsed } = await nova.actGet(PROMPT, { schema: SCHEMA });
          expect(parsed).toEqual({ colour: 'Blué' });
        },
      ),
    );
    ours = service.take();
  }, 240_000);
  afterAll(async () => {
    await Promise.all(closing.map((close) => close()));
  });

  const steps = (requests: Recorded[]) =>
    requests.filter(({ path }) => path.endsWith('/invoke-step/')).map(({ body }) => body);
  type Result = { callId: string; content: { text: string }[] };
  const results = (requests: Recorded[]) =>
    steps(requests).map((body) => (body.callResults as Result[]).map(shown));
  const shown = ({ callId, content }: Result) => {
    const text = content[0]?.text ?? '';
    if (callId.includes('takeObservation') || text.includes('screenshotBase64'))
      return 'observation';
    return text.replace(/^(AgentRedirectError): .*/s, '$1');
  };
  const observations = (requests: Recorded[]) =>
    steps(requests).map((body) => {
      const texts = (body.callResults as Result[]).map(({ content }) => content[0]?.text ?? '');
      return JSON.parse(texts.find((text) => text.includes('screenshotBase64')) ?? '{}');
    });
  const body = (requests: Recorded[], end: RegExp) =>
    requests.find(({ path, method }) => method === 'PUT' && end.test(path))?.body;

  it('is one request for each of theirs, to the same paths', () => {
    const kinds = (requests: Recorded[]) =>
      requests
        .filter(({ path }) => path.includes('/workflow-runs'))
        .map(({ method, path }) => `${method} ${path.replace(/[0-9a-f-]{36}/g, 'ID')}`);
    expect(kinds(ours)).toEqual(kinds(theirs));
  });

  it('has the same results for the same calls', () => {
    expect(results(ours)).toEqual(results(theirs));
  });

  it('lists the options of a select in the same bytes', () => {
    const list = (requests: Recorded[]) =>
      steps(requests)
        .flatMap((step) => (step.callResults as Result[]).map(({ content }) => content[0]?.text))
        .map((text) => /\[\{.*\}\]$/.exec(text?.startsWith('AgentRedirect') ? text : '')?.[0])
        .filter((found) => found !== undefined);
    expect(list(ours)).toHaveLength(1);
    expect(list(ours)).toEqual(list(theirs).map((text) => JSON.stringify(JSON.parse(text ?? ''))));
  });

  it('has the same task, schema and all, and the same human tools', () => {
    const created = (requests: Recorded[]) => body(requests, /\/acts$/);
    expect(created(ours)?.task).toBe(created(theirs)?.task);
    type Spec = { name: string; inputSchema: unknown };
    const names = (requests: Recorded[]) =>
      ((created(requests)?.toolSpecs ?? []) as Spec[]).map(({ name }) => name).sort();
    expect(names(ours)).toEqual(names(theirs));
  });

  it('sees the page with the same members, dimensions and address', () => {
    const facts = (requests: Recorded[]) =>
      observations(requests).map(({ screenshotBase64: _, timestamp_ms: __, ...rest }) => rest);
    expect(facts(ours)).toEqual(facts(theirs));
  });

  it('has pictures of the same size, quantization and sampling', () => {
    const facts = (requests: Recorded[]) =>
      observations(requests).map(({ screenshotBase64 }) => pictureFacts(screenshotBase64));
    expect(facts(ours)).toEqual(facts(theirs));
  });

  it('says the same of the client', () => {
    const facts = (requests: Recorded[]) => {
      const create = requests.find(({ path }) => /\/workflow-runs$/.test(path));
      const { clientInfo, modelId } = (create?.body ?? {}) as Record<string, object>;
      const names = Object.keys(create?.headers ?? {}).filter((name) => /^(x-|amz-)/.test(name));
      return {
        modelId,
        clientInfo: Object.keys(clientInfo ?? {}).sort(),
        compatibilityVersion: (clientInfo as { compatibilityVersion?: number })
          ?.compatibilityVersion,
        source: create?.headers['x-client-source'],
        names: names.filter((name) => !/^x-amz-content/.test(name)).sort(),
      };
    };
    expect(facts(ours)).toEqual(facts(theirs));
  });
});
