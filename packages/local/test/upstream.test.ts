import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CassetteError,
  createLocalService,
  type Fault,
  type LocalService,
  type LocalServiceOptions,
  scriptedModel,
  startLocalService,
  type UpstreamOptions,
} from '@nova-act/local';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import type { Target } from './clients.js';
import { firstResults, observation, openAct } from './life-of-a-run.js';
import { type surfaceNames, surfaces } from './transports.js';

const root = mkdtempSync(join(tmpdir(), 'upstream-'));
afterAll(() => rmSync(root, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());
let made = 0;
const newDirectory = () => join(root, String(++made));
const allText = (directory: string) =>
  readdirSync(directory)
    .map((file) => readFileSync(join(directory, file), 'latin1'))
    .join('\n');

const program = scriptedModel([
  [['agentClick', '<box>10,10,20,20</box>'], 'waitForPageToSettle', 'takeObservation'],
  [['return', '"done"']],
]);
const seen = observation({
  simplifiedDOM: '<body nova-act-id="1"><button nova-act-id="2" id="buy">Buy</button></body>',
  idToBboxMap: { 2: { x: 0, y: 0, width: 40, height: 40 } },
});

type UpstreamName = UpstreamOptions['surface'];
type SurfaceName = (typeof surfaceNames)[number];
const pairs: [SurfaceName, UpstreamName][] = [
  ['AWS', 'aws'],
  ['AWS', 'api-key'],
  ['API key', 'aws'],
  ['API key', 'api-key'],
];

function upstreamTo(real: LocalService, surface: UpstreamName): UpstreamOptions {
  return surface === 'aws'
    ? { surface, credentials: real.credentials, endpointUrl: 'http://real.test', fetch: real.fetch }
    : { surface, apiKey: real.apiKey, endpointUrl: 'http://real.test/agent/', fetch: real.fetch };
}

/** A local service in front of another that plays the real one. */
function open(
  surface: UpstreamName,
  { real: realOptions = {}, ...options }: LocalServiceOptions & { real?: LocalServiceOptions } = {},
): { real: LocalService; local: Target & LocalService } {
  const real = createLocalService({ model: program, ...realOptions });
  const local = createLocalService({ upstream: upstreamTo(real, surface), ...options });
  return { real, local: { ...local, origin: 'http://local.test' } };
}

describe.each(pairs)(
  'a client of the %s surface before an upstream of the %s surface',
  (name, upstream) => {
    const { client, stepEnd } = surfaces[name];

    test('has a whole run there, under the ids of the upstream', async () => {
      const { real, local } = open(upstream);
      const send = client(local);
      const paths = await openAct(send, { stepEnd, definition: 'default' });
      const first = await send('PUT', paths.step, { callResults: firstResults(seen) });
      expect(first.body).toMatchObject({ calls: [{ name: 'agentClick' }, {}, {}] });
      const calls = first.body['calls'] as { callId: string }[];
      const second = await send('PUT', paths.step, {
        previousStepId: first.body['stepId'],
        callResults: calls.map(({ callId }, at) => ({
          callId,
          content: [{ text: at === 2 ? seen : 'null' }],
        })),
      });
      expect(second.body).toMatchObject({ calls: [{ name: 'return', input: ['"done"'] }] });
      expect((await send('PUT', paths.act, { status: 'SUCCEEDED' })).status).toBe(200);
      expect((await send('PUT', paths.run, { status: 'SUCCEEDED' })).status).toBe(200);

      const [there] = real.runs();
      const [here] = local.runs();
      expect(there).toMatchObject({
        status: 'SUCCEEDED',
        workflowRunId: paths.workflowRunId,
        acts: [{ status: 'SUCCEEDED', actId: paths.actId, steps: [{ step: 1 }, { step: 2 }] }],
      });
      const bare = (run: typeof here) => ({
        id: run?.workflowRunId,
        status: run?.status,
        acts: run?.acts.map(({ actId, status, steps }) => [
          actId,
          status,
          steps.map(({ stepId, calls }) => [stepId, calls]),
        ]),
      });
      expect(bare(here)).toEqual(bare(there));
      expect(there?.clientInfo).toEqual(here?.clientInfo);
      const [request] = real.requests();
      expect(request).toMatchObject({
        clientSource: 'sdk',
        userAgent: expect.stringMatching(/NovaActSdk\/0\.0\.1$/),
      });
    });

    test('records what the upstream answers, without a key, and replays it without the upstream', async () => {
      const directory = newDirectory();
      const { real, local } = open(upstream, { record: directory });
      const pair = ({ credentials }: LocalService) => [
        credentials.accessKeyId,
        credentials.secretAccessKey,
      ];
      const theirs = upstream === 'aws' ? pair(real) : [real.apiKey];
      const keys = [local.apiKey, ...pair(local), ...theirs];
      const task = `Click it ${keys.join(' ')}`;
      const send = client(local);
      const paths = await openAct(send, { stepEnd, task });
      const first = await send('PUT', paths.step, { callResults: firstResults(seen) });
      const calls = first.body['calls'] as { callId: string }[];
      await send('PUT', paths.step, {
        previousStepId: first.body['stepId'],
        callResults: calls.map(({ callId }, at) => ({
          callId,
          content: [{ text: at === 2 ? seen : 'null' }],
        })),
      });
      const written = allText(directory);
      for (const key of keys) expect(written).not.toContain(key);
      expect(written).toContain('"names":["Buy"');

      const replaying = {
        ...createLocalService({ replay: directory }),
        origin: 'http://replay.test',
      };
      const again = client(replaying);
      const anew = await openAct(again, { stepEnd, task });
      const moved = seen.replace('"x":0,"y":0', '"x":500,"y":300');
      const answer = await again('PUT', anew.step, { callResults: firstResults(moved) });
      expect(answer.body).toMatchObject({
        calls: [{ name: 'agentClick', input: ['<box>310,510,320,520</box>'] }, {}, {}],
      });
    });

    test.each<
      [
        title: string,
        fault: Omit<Fault, 'operation'>,
        status: Record<SurfaceName, number>,
        body: object,
      ]
    >([
      ['throttling', { kind: 'throttle', retryAfterSeconds: 7 }, { AWS: 429, 'API key': 429 }, {}],
      ['a guardrail', { kind: 'guardrail' }, { AWS: 400, 'API key': 400 }, {}],
      ['a used up quota', { kind: 'quota' }, { AWS: 402, 'API key': 429 }, {}],
      [
        'a failed generation',
        { kind: 'status', status: 500, reason: 'InvalidModelGeneration' },
        { AWS: 500, 'API key': 500 },
        { reason: 'InvalidModelGeneration' },
      ],
      [
        'a request that is too large',
        { kind: 'status', status: 413 },
        { AWS: 413, 'API key': 413 },
        {},
      ],
      ['an unavailable service', { kind: 'status', status: 503 }, { AWS: 503, 'API key': 503 }, {}],
      ['an answer that is no JSON', { kind: 'malformed' }, { AWS: 502, 'API key': 502 }, {}],
      ['a broken connection', { kind: 'reset' }, { AWS: 502, 'API key': 502 }, {}],
      ['an answer that breaks off', { kind: 'truncate' }, { AWS: 502, 'API key': 502 }, {}],
    ])('is told of %s in the shape of its own surface', async (_title, fault, status, body) => {
      const { local } = open(upstream, {
        real: { faults: [{ ...fault, operation: 'InvokeActStep' }] },
      });
      const send = client(local);
      const paths = await openAct(send, { stepEnd });
      const answer = await send('PUT', paths.step, { callResults: firstResults(seen) });
      expect(answer.status).toBe(status[name]);
      expect(answer.body).toMatchObject({ message: expect.any(String), ...body });
      if (fault.retryAfterSeconds) expect(answer.headers.get('retry-after')).toBe('7');
    });
  },
);

describe('before an upstream', () => {
  const { client, stepEnd } = surfaces.AWS;

  test('the DOM capture stays here', async () => {
    let got: unknown;
    const model = scriptedModel(({ observation }) => {
      got = observation;
      return [['return']];
    });
    const { local } = open('aws', { real: { model } });
    const send = client(local);
    const paths = await openAct(send, { stepEnd });
    await send('PUT', paths.step, { callResults: firstResults(seen) });
    expect(got).toEqual({ ...JSON.parse(seen), simplifiedDOM: '', idToBboxMap: {} });
  });

  test('a create that is repeated makes one thing', async () => {
    const { real, local } = open('aws');
    const send = client(local);
    const body = {
      modelId: 'nova-act-latest',
      clientInfo: { compatibilityVersion: 1 },
      clientToken: 'a'.repeat(40),
    };
    const path = '/workflow-definitions/default/workflow-runs';
    const answers = [await send('PUT', path, body), await send('PUT', path, body)];
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    expect([real.runs().length, local.runs().length]).toEqual([1, 1]);
  });

  test('a workflow definition that is not there is told of as the upstream tells it', async () => {
    const { local } = open('aws', { real: { workflowDefinitions: ['flights'] } });
    await expect(openAct(client(local), { definition: 'other' })).rejects.toThrow('404');
    await openAct(client(local), { definition: 'flights' });
  });

  test('operations that only the AWS surface has are passed on to it', async () => {
    const { real, local } = open('aws', { real: { workflowDefinitions: ['flights'] } });
    const send = client(local);
    const listed = await send('POST', '/workflow-definitions?maxResults=5', {});
    expect(listed.body).toMatchObject({
      workflowDefinitionSummaries: [{ workflowDefinitionName: 'flights' }],
    });
    const paths = await openAct(send, { definition: 'flights' });
    expect((await send('GET', paths.run)).body).toMatchObject({
      workflowRunId: paths.workflowRunId,
      status: 'RUNNING',
    });
    expect(real.requests().map(({ operation }) => operation)).toContain('GetWorkflowRun');
  });

  test('a run of the API-key surface belongs to the definition that the options name', async () => {
    const real = createLocalService({ model: program, workflowDefinitions: ['flights'] });
    const upstream: UpstreamOptions = {
      surface: 'aws',
      credentials: real.credentials,
      endpointUrl: 'http://real.test',
      fetch: real.fetch,
      workflowDefinitionName: 'flights',
    };
    const local = { ...createLocalService({ upstream }), origin: 'http://local.test' };
    await openAct(surfaces['API key'].client(local));
    expect(real.runs()).toMatchObject([{ workflowDefinitionName: 'flights' }]);
  });

  test('what was not created through it is not found', async () => {
    const { real, local } = open('aws');
    const elsewhere = await openAct(client({ ...real, origin: 'http://real.test' }));
    const answer = await client(local)('PUT', elsewhere.act, { status: 'SUCCEEDED' });
    expect([answer.status, answer.text]).toEqual([
      404,
      expect.stringContaining('created through this local service'),
    ]);
  });

  test.each<UpstreamName>(['aws', 'api-key'])(
    'credentials that the %s upstream refuses are told apart from the client’s own, and not shown',
    async (surface) => {
      const real = createLocalService({ model: program });
      const secret = 'wrong-secret-wrong-secret-wrong-secr';
      const upstream: UpstreamOptions =
        surface === 'aws'
          ? {
              ...upstreamTo(real, 'aws'),
              surface,
              credentials: { ...real.credentials, secretAccessKey: secret },
            }
          : { ...upstreamTo(real, 'api-key'), surface, apiKey: secret };
      const local = { ...createLocalService({ upstream }), origin: 'http://local.test' };
      const answer = await client(local)('PUT', '/workflow-definitions/default/workflow-runs', {
        modelId: 'nova-act-latest',
        clientInfo: { compatibilityVersion: 1 },
      });
      expect(answer.status).toBe(403);
      expect(answer.headers.get('x-amzn-errortype')).toBe('AccessDeniedException');
      expect(answer.body['message']).toContain(
        'The upstream does not accept the credentials that this local service was given',
      );
      expect(answer.text + JSON.stringify(local.requests())).not.toContain(secret);
    },
  );

  test('a client that goes away takes its request to the upstream with it', async () => {
    const { real, local } = open('aws', {
      real: { faults: [{ kind: 'silent', operation: 'InvokeActStep' }] },
    });
    let cut = false;
    const gone = new AbortController();
    const upstream: UpstreamOptions = {
      ...upstreamTo(real, 'aws'),
      fetch: async (input, init) => {
        if (String(input).endsWith('/invoke-step/')) {
          init?.signal?.addEventListener('abort', () => {
            cut = true;
          });
          gone.abort(new Error('gone'));
        }
        return real.fetch(input as string, init);
      },
    };
    const watched = { ...createLocalService({ upstream }), origin: local.origin };
    const send = client(watched);
    const paths = await openAct(send, { stepEnd });
    await expect(
      send('PUT', paths.step, { callResults: firstResults(seen) }, { signal: gone.signal }),
    ).rejects.toThrow('gone');
    expect(cut).toBe(true);
  });
});

describe('over HTTP', () => {
  test('keys come from the environment when the options give none', async () => {
    await using real = await startLocalService({ model: program });
    vi.stubEnv('NOVA_ACT_API_KEY', real.apiKey);
    vi.stubEnv('AWS_ACCESS_KEY_ID', real.credentials.accessKeyId);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', real.credentials.secretAccessKey);
    vi.stubEnv('AWS_SESSION_TOKEN', undefined);
    const upstreams: UpstreamOptions[] = [
      { surface: 'aws', endpointUrl: real.url },
      { surface: 'api-key', endpointUrl: real.apiKeyUrl },
    ];
    for (const upstream of upstreams) {
      await using local = await startLocalService({ upstream });
      const target = { ...local, fetch: globalThis.fetch, origin: local.url };
      await openAct(surfaces['API key'].client(target), { stepEnd: '/invoke-step' });
    }
    expect(real.runs().map(({ surface }) => surface)).toEqual(['aws', 'api-key']);
  });

  test('an upstream that is not there is told of as a bad gateway', async () => {
    const upstream: UpstreamOptions = {
      surface: 'api-key',
      apiKey: 'k'.repeat(36),
      endpointUrl: 'http://127.0.0.1:1/agent',
    };
    await using local = await startLocalService({ upstream });
    const answer = await surfaces.AWS.client({
      ...local,
      fetch: globalThis.fetch,
      origin: local.url,
    })('PUT', '/workflow-definitions/default/workflow-runs', {
      modelId: 'nova-act-latest',
      clientInfo: { compatibilityVersion: 1 },
    });
    expect([answer.status, answer.body['message']]).toEqual([
      502,
      expect.stringMatching(/The upstream can't be reached/),
    ]);
  });
});

describe('options that contradict each other are refused by name', () => {
  test.each<[options: LocalServiceOptions, message: RegExp]>([
    [{ model: program, upstream: { surface: 'aws' } }, /model and upstream each answer the steps/],
    [{ model: program, replay: 'x' }, /model and replay each answer the steps/],
    [{ replay: 'x', record: 'y' }, /replay and record exclude each other/],
    [{ record: '' }, /record must name a directory/],
    [
      { upstream: { surface: 'aws', endpointUrl: 'http://me:pw@real.test' } },
      /upstream\.endpointUrl must be an http or https URL without a user/,
    ],
    [
      { upstream: { surface: 'api-key', apiKey: 'not a key' } },
      /upstream\.apiKey must be printable ASCII/,
    ],
  ])('%j', (options, message) => {
    expect(() => createLocalService(options)).toThrow(message);
    expect(() => createLocalService(options)).not.toThrow(/not a key|pw@/);
  });

  test('an upstream for API keys without one', () => {
    vi.stubEnv('NOVA_ACT_API_KEY', undefined);
    expect(() => createLocalService({ upstream: { surface: 'api-key' } })).toThrow(
      /upstream\.apiKey is missing.*NOVA_ACT_API_KEY/,
    );
  });

  test('a cassette that can’t be read, and the data folder stays free', async () => {
    const dataDirectory = newDirectory();
    const replay = join(root, 'nowhere');
    await expect(startLocalService({ dataDirectory, replay })).rejects.toThrow(CassetteError);
    await using service = await startLocalService({ dataDirectory });
    expect(service.runs()).toEqual([]);
  });
});
