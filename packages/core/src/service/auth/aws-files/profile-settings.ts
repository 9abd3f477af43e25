import type { Environment } from '../../../config.js';
import type { Section } from './parse-ini.js';
import { type AwsFiles, readAwsFiles } from './read-aws-files.js';

/** What the profile in use says: the one named, or that of the environment, or `default`. */
export interface ProfileSettings {
  readonly name: string;
  /** Empty where there is no such profile: whether that is an error is for the credentials to say. */
  readonly section: Section;
  readonly files: AwsFiles;
}

export function profileSettings(profile: string | undefined, env: Environment): ProfileSettings {
  const name = profile ?? profileOfEnvironment(env)?.name ?? 'default';
  const files = readAwsFiles(env);
  return { name, section: files.profiles.get(name) ?? {}, files };
}

/** `AWS_PROFILE`, or `AWS_DEFAULT_PROFILE`, which the AWS CLI and boto3 read too; blank is unset. */
export function profileOfEnvironment(
  env: Environment,
): { readonly name: string; readonly variable: string } | undefined {
  for (const variable of ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE']) {
    const name = env[variable]?.trim();
    if (name) return { name, variable };
  }
  return undefined;
}

/** A setting that is true or false: the variable first, then the profile's, as in the AWS SDKs. */
export function isOn(
  variable: string,
  key: string,
  env: Environment,
  { section }: ProfileSettings,
): boolean {
  const text = env[variable]?.trim() || section[key];
  return text?.toLowerCase() === 'true';
}
