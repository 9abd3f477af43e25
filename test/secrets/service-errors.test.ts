import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NovaAct, NovaActService } from '@nova-act/core';
import { createLocalService, scriptedModel, startLocalService } from '@nova-act/local';
import { Workflow, type WorkflowOptions } from '@nova-act/workflow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeActuator } from '../../packages/core/test/support/fake-actuator.js';
import { planJoin } from '../../packages/workflow/src/handoff/join-plan.js';
import { makeHandoff } from '../../packages/workflow/src/handoff/make-handoff.js';
import { rejection } from '../workflow/support/local-run.js';
import { Collector } from './collector.js';
import { leaksIn, PLANTED } from './planted.js';

const CREDENTIALS = {
  accessKeyId: PLANTED.accessKeyId,
  secretAccessKey: PLANTED.secretAccessKey,
  sessionToken: PLANTED.sessionToken,
};
const HANDED_RUN = {
  workflowDefinitionName: 'flights',
  workflowRunId: 'run-1',
  surface: 'aws' as const,
  endpointUrl: 'https://nova-act.us-east-1.amazonaws.com',
};
const WAYS_IN = [
  ['IAM', { workflowDefinitionName: 'flights', credentials: CREDENTIALS }],
  ['API key', { apiKey: PLANTED.apiKey }],
] as const;

/** A server that answers with all it was sent, as proxies and careless services do. */
const mirror = createServer((request, response) => {
  const headers = JSON.stringify(request.headers);
  response.statusCode = Number(new URL(request.url ?? '/', 'http://m').pathname.split('/')[1]);
  const { authorization = '' } = request.headers;
  response.setHeader('x-amzn-requestid', `r-1 ${authorization}`);
  response.setHeader('x-amzn-errortype', `InvalidSignatureException ${authorization}`);
  response.end(body(request, headers));
});
const body = (request: IncomingMessage, headers: string) =>
  request.url?.includes('/text') ? `not JSON: ${headers}` : JSON.stringify({ message: headers });
let mirrorUrl: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => mirror.listen(0, '127.0.0.1', resolve));
  mirrorUrl = `http://127.0.0.1:${(mirror.address() as AddressInfo).port}`;
});
afterAll(() => mirror.close());

describe.each(WAYS_IN)('with %s', (_kind, auth) => {
  const retry = { maxAttempts: 1 };

  it.each(['403', '400', '500', '429', '200', '302', '403/text', '500/text'])(
    'nothing is shown when the service answers %s with what it was sent',
    async (answer) => {
      const collector = new Collector();
      const { logger } = collector;
      const options = { ...auth, endpointUrl: `${mirrorUrl}/${answer}`, retry, logger };
      const error = await rejection(Workflow.run(options, async () => {}));
      collector.add('error', error);
      expect(collector.at('error')).toContain('CreateWorkflowRun');
      expect(collector.at('error')).not.toMatch(/Signature=[0-9a-f]|\b[0-9a-f]{64}\b/);
      expect(collector.leaks).toEqual([]);
    },
  );

  it('nothing is shown when nobody is there', async () => {
    const collector = new Collector();
    const { logger } = collector;
    const options = { ...auth, endpointUrl: 'http://127.0.0.1:9', retry, logger };
    collector.add('error', await rejection(Workflow.run(options, async () => {})));
    expect(collector.at('error')).toContain('ActServiceUnavailableError');
    expect(collector.leaks).toEqual([]);
  });

  it('nothing is shown when the key is not the right one', async () => {
    await using local = await startLocalService({ model: scriptedModel([]) });
    const collector = new Collector();
    const { logger } = collector;
    const endpointUrl = 'apiKey' in auth ? local.apiKeyUrl : local.url;
    const options = { ...auth, endpointUrl, retry, logger };
    collector.add('error', await rejection(Workflow.run(options, async () => {})));
    collector.add('requests', local.requests());
    collector.add('local service', local);
    expect(collector.at('error')).toContain('ActAccessDeniedError');
    expect(collector.at('requests')).toContain('403');
    expect(collector.leaks).toEqual([]);
  });

  it('nothing is shown by the objects themselves', async () => {
    const collector = new Collector();
    const { logger } = collector;
    const { workflowDefinitionName: _name, ...reach } = { workflowDefinitionName: '', ...auth };
    const service = new NovaActService({ ...reach, logger });
    collector.add('service', service);
    const workflow = new Workflow({ ...auth, logger });
    collector.add('workflow', workflow);
    expect(collector.at('workflow')).toContain('Workflow');
    expect(collector.leaks).toEqual([]);
  });

  it('nothing is shown by a run, its session and its handoff, before, during and after', async () => {
    const local = await startLocalService({
      model: scriptedModel([[['return', 'done']]]),
      apiKey: PLANTED.apiKey,
      credentials: CREDENTIALS,
    });
    const collector = new Collector();
    const { logger } = collector;
    const endpointUrl = 'apiKey' in auth ? local.apiKeyUrl : local.url;
    await Workflow.run({ ...auth, endpointUrl, logger }, async (workflow) => {
      const nova = await NovaAct.start({ actuator: fakeActuator(), logger });
      collector.add('session', nova);
      collector.add('result', await nova.act('go'));
      collector.add('handoff', workflow.handoff());
      collector.add('handoff', workflow.handoff({ ownership: 'transfer' }));
      await nova.stop();
      collector.add('workflow', workflow);
      collector.add('session', nova);
    }).catch((error: unknown) => collector.add('error', error));
    collector.add('runs', local.runs());
    collector.add('requests', local.requests());
    collector.add('local service', local);
    await local.stop();
    for (const place of ['log', 'session', 'result', 'handoff', 'workflow', 'runs', 'requests']) {
      expect(collector.at(place)).not.toBe('');
    }
    expect(collector.leaks).toEqual([]);
  });
});

describe('a role that is assumed with an external ID', () => {
  const role = (): WorkflowOptions => ({
    workflowDefinitionName: 'flights',
    credentials: CREDENTIALS,
    assumeRole: { roleArn: 'arn:aws:iam::123456789012:role/r', externalId: PLANTED.externalId },
  });

  it('is shown by nothing, not in an error either', async () => {
    const collector = new Collector();
    const { logger } = collector;
    collector.add('workflow', new Workflow({ ...role(), logger }));
    const wrong = { roleArn: 'none', externalId: PLANTED.externalId };
    const make = async () => new Workflow({ ...role(), assumeRole: wrong, logger });
    collector.add('error', await rejection(make()));
    expect(collector.at('error')).toContain('assumeRole.roleArn');
    expect(collector.leaks).toEqual([]);
  });

  it('is needed by the joiner, who is told so', async () => {
    const run = { ...HANDED_RUN };
    const plain = makeHandoff(run, role(), {}, { ended: false, owner: true });
    expect(leaksIn(JSON.stringify(plain))).toEqual([]);
    expect(() => planJoin(plain, {})).toThrow(/external ID.*assumeRole: \{ roleArn, externalId \}/);
    const included = makeHandoff(
      run,
      role(),
      { credentials: 'include' },
      { ended: false, owner: true },
    );
    expect(planJoin(included, {}).options.assumeRole).toEqual(role().assumeRole);
    const own = planJoin(plain, { credentials: CREDENTIALS, assumeRole: role().assumeRole });
    expect(own.options.assumeRole).toEqual(role().assumeRole);
  });
});

it('shows nothing of what hangs on the failure of a credentials function', async () => {
  const collector = new Collector();
  const credentials = async () => {
    const error = Object.assign(new Error('refused'), { request: { headers: CREDENTIALS } });
    Object.defineProperty(error, '$response', { value: CREDENTIALS, enumerable: false });
    throw error;
  };
  const options = { workflowDefinitionName: 'f', credentials, endpointUrl: mirrorUrl };
  collector.add('error', await rejection(Workflow.run(options, async () => {})));
  expect(collector.at('error')).toContain('refused');
  expect(collector.leaks).toEqual([]);
});

describe('options that are wrong', () => {
  const WRONG: [string, () => unknown][] = [
    ['a key of another length', () => new Workflow({ apiKey: `${PLANTED.apiKey}x` })],
    [
      'half a pair of keys',
      () =>
        new Workflow({
          workflowDefinitionName: 'f',
          credentials: { accessKeyId: PLANTED.accessKeyId, secretAccessKey: '' },
        }),
    ],
    [
      'keys in the wrong place',
      () =>
        new Workflow({
          workflowDefinitionName: 'f',
          // @ts-expect-error: what a user of JavaScript may do
          credentials: PLANTED.secretAccessKey,
        }),
    ],
    ['both kinds', () => new Workflow({ apiKey: PLANTED.apiKey, credentials: CREDENTIALS })],
    [
      'a password in the endpoint',
      () =>
        new Workflow({
          apiKey: PLANTED.apiKey,
          endpointUrl: `https://user:${PLANTED.urlPassword}@e.com`,
        }),
    ],
    [
      'a signed endpoint',
      () =>
        new Workflow({
          apiKey: PLANTED.apiKey,
          endpointUrl: `https://e.com/?sig=${PLANTED.signature}`,
        }),
    ],
    [
      'a plain http endpoint',
      () =>
        new Workflow({
          apiKey: PLANTED.apiKey,
          endpointUrl: `http://u:${PLANTED.urlPassword}@e.com`,
        }),
    ],
    [
      'a key of a session of its own',
      () => new NovaAct({ apiKey: `${PLANTED.apiKey}x`, actuator: fakeActuator() }),
    ],
    ['a local service’s key', () => createLocalService({ apiKey: `${PLANTED.apiKey}\n` })],
    [
      'a local service’s credentials',
      () => createLocalService({ credentials: { ...CREDENTIALS, accessKeyId: '' } }),
    ],
  ];

  it.each(WRONG)('are refused without showing a secret: %s', async (_what, make) => {
    const collector = new Collector();
    collector.add('error', await rejection((async () => make())()));
    expect(collector.at('error')).toMatch(/Error/);
    expect(collector.leaks).toEqual([]);
  });
});
