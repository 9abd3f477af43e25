import { profileSettings } from '../aws-files/profile-settings.js';
import { askSource } from './ask-source.js';
import { quiet } from './aws-client.js';
import { ASKED_MS, type CredentialSource, type SourceContext } from './credential-source.js';
import { SourceError } from './source-error.js';

/** For one of its three requests: the address is on the machine, and answers at once or is not there. */
const REQUEST_TIMEOUT_MS = 1_000;
const TIMEOUT_MS = 5_000;

export const instanceIsOff = ({ env }: SourceContext): boolean =>
  env['AWS_EC2_METADATA_DISABLED']?.toLowerCase() === 'true';

/** The role of an EC2 instance, from its metadata service (IMDS). */
export function instance(context: SourceContext): CredentialSource {
  const { section } = profileSettings(undefined, context.env);
  const at =
    context.env['AWS_EC2_METADATA_SERVICE_ENDPOINT'] ||
    section['ec2_metadata_service_endpoint'] ||
    'http://169.254.169.254';
  const name = `the instance metadata service ${at}`;
  const ask = async () => {
    const { fromInstanceMetadata } = await import('@smithy/credential-provider-imds');
    const found = await fromInstanceMetadata({
      timeout: REQUEST_TIMEOUT_MS,
      maxRetries: 0,
      logger: quiet(context.logger),
    })();
    return { ...found };
  };
  return {
    name,
    undatedMs: ASKED_MS,
    provide: () => askSource({ name, timeoutMs: TIMEOUT_MS, ask, explain }, context),
  };
}

function explain(error: unknown): SourceError | undefined {
  const { statusCode, message } = error as Error & { statusCode?: number };
  if (statusCode === 404) {
    return new SourceError('answered 404: the instance has no role', { cause: error });
  }
  if (statusCode !== undefined) {
    const transient = statusCode >= 500 || statusCode === 429;
    return new SourceError(`answered ${statusCode}`, { cause: error, transient });
  }
  if (/timeout/i.test(message)) {
    return new SourceError('gave no answer', { cause: error, transient: true });
  }
  return undefined;
}
