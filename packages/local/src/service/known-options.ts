import type { ModelCatalog } from '../operations/model-catalog.js';
import { knownOptions, type NamesOf } from '../options/known-options.js';
import { refuseUnknown } from '../options/refuse-unknown.js';
import type {
  ApiKeyUpstreamOptions,
  AwsUpstreamOptions,
  UpstreamOptions,
} from '../upstream/upstream-options.js';
import type { LocalServiceOptions } from './local-service-options.js';

/** Every option of the service. The type says what each is for; `replay` and `record` check their own. */
export const localServiceOptionNames: NamesOf<LocalServiceOptions> = {
  model: true,
  replay: true,
  upstream: true,
  record: true,
  apiKey: true,
  credentials: true,
  region: true,
  accountId: true,
  workflowDefinitions: true,
  autoCreateDefinitions: true,
  faults: true,
  actTimeoutMs: true,
  runTimeoutMs: true,
  deletionDelayMs: true,
  models: knownOptions<ModelCatalog>('Local service options', { models: true, aliases: true }),
  maxObservationBytes: true,
  maxRequests: true,
  onInternalError: true,
  now: true,
  random: true,
  pause: true,
};

const awsUpstream = knownOptions<AwsUpstreamOptions>('Local service options', {
  surface: true,
  region: true,
  credentials: true,
  profile: true,
  endpointUrl: true,
  workflowDefinitionName: true,
  fetch: true,
});
const apiKeyUpstream = knownOptions<ApiKeyUpstreamOptions>('Local service options', {
  surface: true,
  apiKey: true,
  endpointUrl: true,
  fetch: true,
});

/** Throws a TypeError: each surface has options of its own. */
export function refuseUnknownUpstream(upstream: UpstreamOptions | undefined): void {
  const known = upstream?.surface === 'api-key' ? apiKeyUpstream : awsUpstream;
  refuseUnknown(upstream, known, 'upstream');
}

const listening = 'It is an option of startLocalService().';
export const localServiceOptions = knownOptions<LocalServiceOptions>(
  'Local service options',
  localServiceOptionNames,
  {
    port: listening,
    host: listening,
    dataDirectory: listening,
    maxBodyBytes: listening,
    limits: listening,
  },
);
