import type { RunningLocalService } from '../node/running-local-service.js';
import { ArgumentError } from './argument-error.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** `exec [options] -- command …`: the command's own words, apart from this command's. */
export interface ExecArguments {
  options: string[];
  command: [string, ...string[]];
}

/** What is asked for when `args` begin with `exec`; undefined when they do not. Throws an {@link ArgumentError}. */
export function readExec(args: readonly string[]): ExecArguments | undefined {
  const [first, ...rest] = args;
  if (first !== 'exec') return undefined;
  const at = rest.indexOf('--');
  const [name, ...others] = at < 0 ? [] : rest.slice(at + 1);
  const options = at < 0 ? rest : rest.slice(0, at);
  if (name !== undefined) return { options, command: [name, ...others] };
  if (options.some((option) => ['--help', '-h', '--version', '-v'].includes(option)))
    return undefined;
  throw new ArgumentError('exec needs a command after --, such as: exec -- node program.mjs');
}

/**
 * The environment of a program that is to use `service`, whichever kind of client it is: it has both kinds of
 * credentials, and workflows are told to use AWS's. What is empty in the service's is not there at all, for clients
 * that look no further.
 */
export function childEnvironment(
  env: Environment,
  service: Pick<RunningLocalService, 'env' | 'url'>,
): Record<string, string> {
  const all = {
    ...env,
    ...service.env,
    NOVA_ACT_WORKFLOW_AUTH: 'iam',
    ...pastProxies(env, service.url),
  };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}

/** A proxy that the program heeds is not the way to this machine. */
function pastProxies(env: Environment, url: string): Environment {
  const named = (name: string) => env[name] || env[name.toUpperCase()];
  if (!named('http_proxy') && !named('https_proxy') && !named('all_proxy')) return {};
  const passed = [named('no_proxy'), new URL(url).hostname, 'localhost'].filter(Boolean).join(',');
  return { no_proxy: passed, NO_PROXY: passed };
}
