import { BROWSER_OPTIONS } from '../browser/known-browser-options.js';
import type { HumanInput } from '../human/human-input.js';
import { type KnownOptions, knownOptions } from '../options/known-options.js';
import { SERVICE_OPTION_NAMES } from '../service/known-options.js';
import type { OwnRunOptions } from './own-run-options.js';
import type { SessionOptions, SessionSeams } from './session-options.js';

const OF_ACT = 'It is an option of act() and actGet().';
const OF_WORKFLOW = 'It is an option of a workflow: withWorkflow({ … }, async () => …).';
const OF_REQUESTS =
  'It is an option of a workflow; for a session outside of any, ownRun: { … } takes it.';
const NOT_OFFERED = 'Leave it out: this library has no such option.';

/** What other libraries, the Python SDK first, and other calls of this one have under these names. */
const ELSEWHERE = {
  // The Python SDK's constructor, where it is not the same name in another spelling.
  nova_act_api_key: 'Did you mean apiKey?',
  chrome_channel: 'Did you mean channel?',
  go_to_url_timeout: 'Did you mean goToUrlTimeoutMs? It is in milliseconds.',
  goToUrlTimeoutSeconds: 'Did you mean goToUrlTimeoutMs? It is in milliseconds.',
  security_options: 'Did you mean security?',
  screen_width: 'Did you mean screen: { width }?',
  screen_height: 'Did you mean screen: { height }?',
  ignore_screen_dims_check: 'Did you mean screen: { allowUntested: true }?',
  human_input_callbacks: 'Did you mean humanInput: { approve, uiTakeover }?',
  browser_auth: 'Did you mean browserSession?',
  use_default_chrome_browser: "Did you mean ...chromeProfile('Default')?",
  cdp_use_existing_page: "Did you mean cdpUsePage: 'existing'?",
  playwright_instance: 'Did you mean page or context, which are Playwright’s own?',
  tty: 'Leave it out: the library reads no terminal. Pass a signal to end an act early.',
  preview: NOT_OFFERED,
  replayable: 'Did you mean memory: fileMemory(directory)?',
  sensitive_data: 'Did you mean secrets: { name: secret(value) }?',
  masks: 'Did you mean mask?',
  maskSelectors: 'Did you mean mask?',
  allowed_file_open_paths: 'Did you mean security: { allowFileUrls }?',
  // Options of Playwright's launch and contexts.
  args: 'Did you mean browserArgs?',
  viewport: 'Did you mean screen: { width, height }?',
  storageState: 'Did you mean browserSession?',
  downloadsPath: 'Did you mean downloadsDirectory?',
  acceptDownloads: 'Did you mean downloadsDirectory? Downloads are accepted without it, too.',
  timezoneId: 'Did you mean timezone?',
  extraHTTPHeaders: "Did you mean extraHeaders: { 'https://example.com': { … } }?",
  headers: "Did you mean extraHeaders: { 'https://example.com': { … } }?",
  url: 'Did you mean startingPage?',
  // Options of other calls.
  maxSteps: OF_ACT,
  timeoutMs: OF_ACT,
  timeout: 'Did you mean timeoutMs of act(), or goToUrlTimeoutMs? Both are in milliseconds.',
  schema: 'It is an option of actGet().',
  waitUntil: 'It is an option of goToUrl().',
  referer: 'It is an option of goToUrl().',
  observationDelayMs: OF_ACT,
  onStep: OF_ACT,
  variables: OF_ACT,
  workflowDefinitionName: OF_WORKFLOW,
  modelId: OF_WORKFLOW,
  model: 'Did you mean modelId of a workflow: withWorkflow({ modelId }, async () => …)?',
  region: OF_WORKFLOW,
  profile: OF_WORKFLOW,
  credentials: OF_WORKFLOW,
  assumeRole: OF_WORKFLOW,
  endpointUrl: OF_REQUESTS,
  retry: OF_REQUESTS,
  requestTimeoutMs: OF_REQUESTS,
  logGroupName: OF_WORKFLOW,
};

const OWN_RUN: KnownOptions = knownOptions<OwnRunOptions>('ownRun', {
  apiKey: true,
  endpointUrl: true,
  retry: SERVICE_OPTION_NAMES.retry,
  requestTimeoutMs: true,
  proxy: true,
  fetch: true,
});

export const NOVA_ACT_OPTIONS: KnownOptions = knownOptions<SessionOptions & SessionSeams>(
  'NovaAct',
  {
    ...BROWSER_OPTIONS,
    workflow: true,
    apiKey: true,
    ownRun: OWN_RUN,
    tools: true,
    humanInput: true,
    humanTimeoutMs: true,
    memory: true,
    secrets: true,
    stateGuardrail: true,
    stopHooks: true,
    actuator: true,
    logger: true,
    signal: true,
    onEvent: true,
    logsDirectory: true,
    clock: 'unlisted',
  },
  ELSEWHERE,
);

export const HUMAN_INPUT: KnownOptions = knownOptions<HumanInput>('humanInput', {
  approve: true,
  uiTakeover: true,
});
