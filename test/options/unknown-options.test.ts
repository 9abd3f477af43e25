import {
  booleanSchema,
  logEvents,
  NovaAct,
  NovaActService,
  openTelemetry,
  progressReporter,
  S3BrowserSession,
  secret,
  sharedBrowser,
  stringSchema,
  tool,
  traceToJson,
  traceWriter,
  ValidationError,
} from '@nova-act/core';
import {
  createLocalService,
  openAiModel,
  recordModel,
  replayModel,
  rulesModel,
  scriptedModel,
  startLocalService,
} from '@nova-act/local';
import { joinWorkflow, shutdownSignal, Workflow, withWorkflow, workflow } from '@nova-act/workflow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fakeActuator } from '../../packages/core/test/support/fake-actuator.js';
import { rejection } from '../workflow/support/local-run.js';

/** What a user of JavaScript may give. */
// biome-ignore lint/suspicious/noExplicitAny: the point is that no type stands in the way
type Untyped = any;

const apiKey = '01234567-89ab-cdef-0123-456789abcdef';
let service: Awaited<ReturnType<typeof startLocalService>>;
let nova: NovaAct;
let run: Workflow;

beforeAll(async () => {
  service = await startLocalService({ model: scriptedModel([[['return', '"yes"']]]), apiKey });
  run = await Workflow.start({ apiKey, endpointUrl: service.apiKeyUrl });
  nova = await NovaAct.start({ workflow: run, actuator: fakeActuator() });
});
afterAll(async () => {
  await nova?.stop();
  await run?.succeed();
  await service?.stop();
});

const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' };
const iam = { workflowDefinitionName: 'jobs', credentials };
const openTelemetryApi = {} as Untyped;
const definition = {
  name: 'clock',
  description: 'The time.',
  inputSchema: { type: 'object' },
  execute: () => 1,
};

/** Every public call that takes options, with one it does not know, and the name that it should offer. */
const PLACES: [string, (name: string) => unknown, string, string][] = [
  ['new NovaAct', (it) => new NovaAct({ [it]: 1 } as Untyped), 'headles', 'headless'],
  ['NovaAct.start', (it) => NovaAct.start({ [it]: 1 } as Untyped), 'tool', 'tools'],
  [
    'security',
    (it) => new NovaAct({ security: { [it]: [] } } as Untyped),
    'allowUrls',
    'allowedUrls',
  ],
  ['screen', (it) => new NovaAct({ screen: { [it]: 1 } } as Untyped), 'widht', 'width'],
  [
    'proxy',
    (it) => new NovaAct({ proxy: { server: 'x', [it]: 1 } } as Untyped),
    'user',
    'username',
  ],
  [
    'recordVideo',
    (it) => new NovaAct({ recordVideo: { [it]: 'x' } } as Untyped),
    'dir',
    'directory',
  ],
  [
    'recordVideo.size',
    (it) => new NovaAct({ recordVideo: { directory: 'x', size: { [it]: 1 } } } as Untyped),
    'heigth',
    'height',
  ],
  [
    'humanInput',
    (it) => new NovaAct({ humanInput: { [it]: () => 'yes' } } as Untyped),
    'aprove',
    'approve',
  ],
  ['act', (it) => nova.act('go', { [it]: 1 } as Untyped), 'maxStep', 'maxSteps'],
  ['actGet', (it) => nova.actGet('go', { [it]: 1 } as Untyped), 'shema', 'schema'],
  ['goToUrl', (it) => nova.goToUrl('about:blank', { [it]: 1 } as Untyped), 'signl', 'signal'],
  ['screenshot', (it) => nova.screenshot({ [it]: 1 } as Untyped), 'fulPage', 'fullPage'],
  ['secret', (it) => secret('value', { [it]: 1 } as Untyped), 'allowedUrl', 'allowedUrls'],
  ['sharedBrowser', (it) => sharedBrowser({ [it]: 1 } as Untyped), 'browserArg', 'browserArgs'],
  [
    'S3BrowserSession',
    (it) => new S3BrowserSession({ bucket: 'abc', key: 'k', [it]: 1 } as Untyped),
    'kmsKey',
    'kmsKeyId',
  ],
  ['tool', (it) => tool({ ...definition, [it]: 1 } as Untyped), 'input_schema', 'inputSchema'],
  ['traceWriter', (it) => traceWriter({ directory: 'x', [it]: 1 } as Untyped), 'loger', 'logger'],
  [
    'traceToJson',
    (it) => traceToJson({ steps: [] } as Untyped, { [it]: 1 } as Untyped),
    'screenshot',
    'screenshots',
  ],
  [
    'progressReporter',
    (it) => progressReporter({ write() {}, [it]: 1 } as Untyped),
    'color',
    'colors',
  ],
  [
    'openTelemetry',
    (it) => openTelemetry(openTelemetryApi, { [it]: 1 } as Untyped),
    'scopeNmae',
    'scopeName',
  ],
  [
    'NovaActService',
    (it) => new NovaActService({ ...{ apiKey }, [it]: 1 } as Untyped),
    'regoin',
    'region',
  ],
  [
    'retry',
    (it) => new NovaActService({ apiKey, retry: { [it]: 1 } } as Untyped),
    'maxAtempts',
    'maxAttempts',
  ],
  [
    'assumeRole',
    (it) => new Workflow({ ...iam, assumeRole: { [it]: 1 } } as Untyped),
    'externalID',
    'externalId',
  ],
  ['new Workflow', (it) => new Workflow({ ...iam, [it]: 1 } as Untyped), 'modelID', 'modelId'],
  ['Workflow.start', (it) => Workflow.start({ ...iam, [it]: 1 } as Untyped), 'proflie', 'profile'],
  [
    'Workflow.run',
    (it) => Workflow.run({ ...iam, [it]: 1 } as Untyped, () => 1),
    'logGroup',
    'logGroupName',
  ],
  [
    'withWorkflow',
    (it) => withWorkflow({ ...iam, [it]: 1 } as Untyped, async () => 1)(),
    'requestTimeout',
    'requestTimeoutMs',
  ],
  [
    '@workflow',
    (it) => {
      const descriptor = { value: async () => 1 };
      workflow({ ...iam, [it]: 1 } as Untyped)({}, 'method', descriptor as Untyped);
      return descriptor.value();
    },
    'signals',
    'signal',
  ],
  [
    'retry of a workflow',
    (it) => new Workflow({ ...iam, retry: { [it]: 1 } } as Untyped),
    'min_delay_ms',
    'minDelayMs',
  ],
  ['handoff', (it) => run.handoff({ [it]: 1 } as Untyped), 'owner_ship', 'ownership'],
  [
    'joinWorkflow',
    (it) => joinWorkflow(run.handoff(), () => 1, { [it]: 1 } as Untyped),
    'api_key',
    'apiKey',
  ],
  ['shutdownSignal', (it) => shutdownSignal({ [it]: 1 } as Untyped), 'grace', 'graceMs'],
];

describe('an option that is not known is refused, and the nearest one offered', () => {
  it.each(PLACES)('by %s', async (_place, use, name, meant) => {
    const error = await rejection((async () => use(name))());
    expect(error).toBeInstanceOf(ValidationError);
    expect((error as ValidationError).field.split('.').at(-1)).toBe(name);
    expect(error).toMatchObject({ message: expect.stringContaining(`Did you mean ${meant}?`) });
  });

  it.each(PLACES)('by %s, also when it is like no other or is called __proto__', async (_, use) => {
    for (const name of ['somethingElseAltogether', '__proto__']) {
      const error = await rejection((async () => use(name))());
      expect(error).toBeInstanceOf(ValidationError);
    }
  });

  const LOCAL: [string, (name: string) => unknown, string, string][] = [
    ['createLocalService', (it) => createLocalService({ [it]: 1 } as Untyped), 'api_key', 'apiKey'],
    ['startLocalService', (it) => startLocalService({ [it]: 1 } as Untyped), 'prt', 'port'],
    [
      'upstream',
      (it) => createLocalService({ upstream: { surface: 'aws', [it]: 1 } } as Untyped),
      'regoin',
      'region',
    ],
    [
      'replay',
      (it) => createLocalService({ replay: { directory: '/x', [it]: 1 } } as Untyped),
      'maxLook',
      'maxLooks',
    ],
    [
      'record',
      (it) => createLocalService({ record: { directory: '/x', [it]: 1 } } as Untyped),
      'typedTexts',
      'typedText',
    ],
    [
      'models',
      (it) => createLocalService({ models: { models: [], aliases: {}, [it]: 1 } } as Untyped),
      'alias',
      'aliases',
    ],
    ['rulesModel', (it) => rulesModel({ [it]: 1 } as Untyped), 'nou', 'now'],
    [
      'replayModel',
      (it) => replayModel({ directory: '/x', [it]: 1 } as Untyped),
      'secret',
      'secrets',
    ],
    [
      'recordModel',
      (it) => recordModel(rulesModel(), { directory: '/x', [it]: 1 } as Untyped),
      'screenshot',
      'screenshots',
    ],
    [
      'openAiModel',
      (it) => openAiModel({ baseUrl: 'http://x', model: 'm', [it]: 1 } as Untyped),
      'baseURL',
      'baseUrl',
    ],
  ];

  it.each(LOCAL)('by %s of the local service', async (_place, use, name, meant) => {
    const error = await rejection((async () => use(name))());
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ message: expect.stringContaining(`Did you mean ${meant}?`) });
  });

  it('by the API-key surface of an upstream, which has no region', () => {
    const make = () =>
      createLocalService({ upstream: { surface: 'api-key', region: 'x' } as Untyped });
    expect(make).toThrow('upstream.region is not an option');
  });
});

describe('a person who comes from the Python SDK', () => {
  const NOVA_ACT: [string, RegExp][] = [
    ['starting_page', /startingPage\?/],
    ['cdp_endpoint_url', /cdpEndpointUrl\?/],
    ['cdp_headers', /cdpHeaders\?/],
    ['cdp_use_existing_page', /cdpUsePage: 'existing'/],
    ['chrome_channel', /Did you mean channel\?/],
    ['clone_user_data_dir', /cloneUserDataDir\?/],
    ['go_to_url_timeout', /goToUrlTimeoutMs\? It is in milliseconds/],
    ['ignore_https_errors', /ignoreHttpsErrors\?/],
    ['security_options', /Did you mean security\?/],
    ['logs_directory', /logsDirectory\?/],
    ['nova_act_api_key', /Did you mean apiKey\?/],
    ['playwright_instance', /page or context/],
    ['preview', /no such option/],
    ['profile_directory', /profileDirectory\?/],
    ['record_video', /recordVideo\?/],
    ['screen_width', /screen: \{ width \}\?/],
    ['screen_height', /screen: \{ height \}\?/],
    ['ignore_screen_dims_check', /allowUntested/],
    ['state_guardrail', /stateGuardrail\?/],
    ['stop_hooks', /stopHooks\?/],
    ['tty', /reads no terminal/],
    ['use_default_chrome_browser', /chromeProfile\('Default'\)/],
    ['user_agent', /userAgent\?/],
    ['user_data_dir', /userDataDir\?/],
    ['human_input_callbacks', /humanInput/],
    ['replayable', /memory: fileMemory\(directory\)\?/],
    ['browser_auth', /browserSession\?/],
    ['allow_file_urls', /security: \{ allowFileUrls \}/],
    ['allowed_file_open_paths', /allowFileUrls/],
    ['allowed_file_upload_paths', /security: \{ allowedFileUploadPaths \}/],
    ['max_steps', /option of act\(\)/],
  ];
  it.each(NOVA_ACT)('is told what NovaAct has for %s', (name, told) => {
    expect(() => new NovaAct({ [name]: 1 } as Untyped)).toThrow(told);
  });

  const ACT: [string, RegExp][] = [
    ['timeout', /timeoutMs\? It is in milliseconds/],
    ['max_steps', /maxSteps\?/],
    ['model_temperature', /Leave it out/],
    ['model_top_k', /Leave it out/],
    ['model_seed', /Leave it out/],
    ['observation_delay_ms', /observationDelayMs\?/],
  ];
  it.each(ACT)('is told what act has for %s', async (name, told) => {
    for (const method of ['act', 'actGet'] as const) {
      const error = await rejection(nova[method]('go', { [name]: 1 } as Untyped));
      expect(error).toMatchObject({
        code: 'VALIDATION_FAILED',
        remedy: expect.stringMatching(told),
      });
    }
  });

  const WORKFLOW: [string, RegExp][] = [
    ['model_id', /modelId\?/],
    ['boto_session_kwargs', /region, profile or credentials/],
    ['workflow_definition_name', /workflowDefinitionName\?/],
    ['boto_config', /retry or requestTimeoutMs/],
    ['log_group_name', /logGroupName\?/],
    ['nova_act_api_key', /Did you mean apiKey\?/],
  ];
  it.each(WORKFLOW)('is told what a workflow has for %s', (name, told) => {
    expect(() => new Workflow({ [name]: 1 } as Untyped)).toThrow(told);
  });
});

describe('a schema in place of the options', () => {
  class Library {
    get '~standard'() {
      return { vendor: 'x', version: 1, validate: (value: unknown) => ({ value }) };
    }
  }
  const callable = Object.assign(() => {}, { '~standard': {} });
  it.each<[string, unknown]>([
    ['of Zod', z.object({ name: z.string() })],
    ['of Zod, of a text', z.string()],
    ['that is a function, as ArkType’s', callable],
    ['of a library whose members are inherited', new Library()],
    ['of Zod 3', { _def: {}, parse() {} }],
    ['as JSON', { type: 'object', properties: {} }],
    ['as JSON without a type', { anyOf: [{ type: 'string' }] }],
    ['as JSON by reference', { $ref: '#/$defs/x', $defs: {} }],
    ['of the library’s own', booleanSchema],
    ['of the library’s own, of a text', stringSchema],
  ])('%s is recognised', async (_what, schema) => {
    for (const method of ['act', 'actGet'] as const) {
      const error = await rejection(nova[method]('go', schema as Untyped));
      expect(error).toMatchObject({
        code: 'VALIDATION_FAILED',
        message: expect.stringContaining('actGet(prompt, { schema })'),
      });
    }
  });
});

it.each<[string, (it: Untyped) => unknown]>([
  ['new NovaAct', (it) => new NovaAct(it)],
  ['act', (it) => nova.act('go', it)],
  ['actGet', (it) => nova.actGet('go', it)],
  ['goToUrl', (it) => nova.goToUrl('about:blank', it)],
  ['screenshot', (it) => nova.screenshot(it)],
  ['new Workflow', (it) => new Workflow(it)],
  ['NovaActService', (it) => new NovaActService(it)],
  ['joinWorkflow', (it) => joinWorkflow(run.handoff(), () => 1, it)],
  ['handoff', (it) => run.handoff(it)],
  ['tool', (it) => tool(it)],
  ['sharedBrowser', (it) => sharedBrowser(it)],
])('options that are no object are refused as such by %s', async (_place, use) => {
  for (const it of [null, 'text', 7, [], () => 1]) {
    const error = await rejection((async () => use(it))());
    expect(error).toMatchObject({ code: 'VALIDATION_FAILED' });
  }
});

describe('what goes on being taken', () => {
  it('undefined for names that are known, at every level', async () => {
    const workflow = run;
    const options = {
      headless: undefined,
      screen: undefined,
      security: { allowedUrls: undefined },
    };
    expect(
      () => new NovaAct({ ...options, workflow, actuator: fakeActuator() } as Untyped),
    ).not.toThrow();
    await nova.act('go', { maxSteps: undefined, schema: undefined, signal: undefined } as Untyped);
  });

  it('a humanInput of a class of the user’s, with members of its own', () => {
    class Desk {
      queue: string[] = [];
      async approve() {
        return 'yes' as const;
      }
    }
    const make = () =>
      new NovaAct({ workflow: run, actuator: fakeActuator(), humanInput: new Desk() });
    expect(make).not.toThrow();
  });

  it('log listeners, which have no options', () => {
    expect(typeof logEvents(console)).toBe('function');
  });
});
