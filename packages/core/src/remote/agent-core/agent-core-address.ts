import type { Environment } from '../../config.js';
import { configuredEndpoint } from '../../service/auth/aws-files/configured-endpoint.js';
import { configuredRegion } from '../../service/auth/aws-files/configured-region.js';
import { isOn, profileSettings } from '../../service/auth/aws-files/profile-settings.js';
import { checkEndpoint } from '../../service/endpoint.js';
import type { AgentCoreBrowserOptions } from './agent-core-options.js';

/** The service as AWS's files and variables call it. */
const SERVICE = 'bedrock_agentcore';

/**
 * Where AgentCore's data plane is, by the options, else by the environment and AWS's files, with
 * `AWS_USE_FIPS_ENDPOINT` and `AWS_USE_DUALSTACK_ENDPOINT`.
 * @throws ValidationError that names what gave a value that cannot be used
 */
export function agentCoreAddress(
  { region: given, awsProfile, endpointUrl }: AgentCoreBrowserOptions,
  env: Environment,
): { endpointUrl: string; region: string } {
  const settings = profileSettings(awsProfile, env);
  const remedy = 'Give one where AgentCore has browsers, such as us-east-1.';
  const region = configuredRegion(given, settings, env, remedy);
  const found =
    endpointUrl === undefined
      ? configuredEndpoint(SERVICE, awsProfile, env)
      : { url: endpointUrl, where: 'endpointUrl' };
  if (found) return { endpointUrl: checkEndpoint(found.url, found.where), region };
  const fips = isOn('AWS_USE_FIPS_ENDPOINT', 'use_fips_endpoint', env, settings);
  const dual = isOn('AWS_USE_DUALSTACK_ENDPOINT', 'use_dualstack_endpoint', env, settings);
  const china = region.startsWith('cn-');
  const suffix = dual
    ? china
      ? 'api.amazonwebservices.com.cn'
      : 'api.aws'
    : `amazonaws.com${china ? '.cn' : ''}`;
  return {
    endpointUrl: `https://bedrock-agentcore${fips ? '-fips' : ''}.${region}.${suffix}`,
    region,
  };
}
