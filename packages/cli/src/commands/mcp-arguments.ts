import type { NovaActOptions } from '@nova-act/core';
import type { WorkflowOptions } from '@nova-act/workflow';
import type { ArgsDef, ParsedArgs } from 'citty';
import { UsageError } from '../arguments/usage-error.js';
import { wholeNumber } from '../arguments/whole-number.js';

export const MCP_ARGUMENTS = {
  http: {
    type: 'boolean',
    description: 'Serve over Streamable HTTP, not standard input and output',
  },
  port: { type: 'string', default: '7799', description: 'Port of --http, 0 for any free one' },
  host: {
    type: 'string',
    default: '127.0.0.1',
    description: 'Address of --http. One that others can reach demands --token',
  },
  'allowed-host': {
    type: 'string',
    description: 'Further names that --http may be asked for by, separated by commas',
  },
  token: {
    type: 'string',
    description: 'Bearer token that --http demands (NOVA_ACT_MCP_TOKEN, which others do not see)',
  },
  'max-sessions': { type: 'string', default: '4', description: 'Browsers open at once, 1 to 100' },
  'idle-minutes': {
    type: 'string',
    default: '10',
    description: 'Minutes without a call after which a browser is closed, 1 to 1440',
  },
  auth: {
    type: 'enum',
    options: ['api-key', 'iam'],
    description: 'How to reach the service, where both ways are there',
  },
  definition: {
    type: 'string',
    description: 'Workflow definition of the runs, with AWS credentials (nova-act-mcp)',
  },
  model: { type: 'string', description: 'Model of the runs (nova-act-latest)' },
  region: { type: 'string', description: 'AWS region of the service (us-east-1)' },
  profile: { type: 'string', description: 'Profile of the AWS configuration' },
  headless: { type: 'boolean', description: 'No window; --no-headless for one' },
  'starting-page': { type: 'string', description: 'First page of each browser' },
  'allow-url': { type: 'string', description: 'Only these may be opened, separated by commas' },
  'block-url': { type: 'string', description: 'These may not be opened, separated by commas' },
  'allow-local': {
    type: 'boolean',
    description: 'Let go_to lead to this machine and its network too: http://localhost:3000',
  },
  logs: { type: 'string', description: 'Folder for traces of the acts' },
} as const satisfies ArgsDef;

export type McpArguments = ParsedArgs<typeof MCP_ARGUMENTS>;
type Environment = Readonly<Record<string, string | undefined>>;

const DEFINITION = 'nova-act-mcp';
const REGION = 'us-east-1';

/** How the server is reached; undefined over standard input and output. @throws UsageError */
export function readHttp(args: McpArguments, env: Environment) {
  const port = wholeNumber('port', args.port, 0, 65_535);
  if (!args.http) return undefined;
  const { host } = args;
  const token = args.token ?? (env['NOVA_ACT_MCP_TOKEN'] || undefined);
  if (token !== undefined && !/^[\x21-\x7e]{16,}$/.test(token)) {
    throw new UsageError('--token must be 16 visible characters or more, without spaces');
  }
  if (token === undefined && !isLoopback(host)) {
    throw new UsageError(
      `--host ${host} can be reached by others, who could then use this browser: set NOVA_ACT_MCP_TOKEN, or --token`,
    );
  }
  return { host, port, token, allowedHosts: list(args['allowed-host']) };
}

/** @throws UsageError */
export function readLimits(args: McpArguments) {
  const minutes = wholeNumber('idle-minutes', args['idle-minutes'], 1, 1_440);
  return {
    maxSessions: wholeNumber('max-sessions', args['max-sessions'], 1, 100),
    idleMs: minutes * 60_000,
  };
}

/**
 * Which service the runs go to, and as whom. A definition, a region or a profile means AWS; without one of
 * them a key that is set is used, as a session without a workflow uses it. Where both could be meant, it is
 * not guessed.
 * @throws UsageError
 */
export function readRun(args: McpArguments, env: Environment): WorkflowOptions {
  const { definition, model, region, profile } = args;
  const apiKey = env['NOVA_ACT_API_KEY'] || undefined;
  const names = { definition, region, profile };
  const forAws = Object.entries(names).flatMap(([name, value]) => (value ? [`--${name}`] : []));
  const auth = args.auth ?? (env['NOVA_ACT_WORKFLOW_AUTH'] || undefined);
  const modelId = model === undefined ? {} : { modelId: model };
  if (auth !== undefined && auth !== 'api-key' && auth !== 'iam') {
    throw new UsageError(
      `NOVA_ACT_WORKFLOW_AUTH must be api-key or iam, is ${JSON.stringify(auth)}`,
    );
  }
  if (auth === undefined && apiKey !== undefined && forAws.length > 0) {
    throw new UsageError(
      `NOVA_ACT_API_KEY is set, and ${forAws.join(', ')} is for AWS credentials: say which with --auth api-key or --auth iam`,
    );
  }
  if (auth === 'api-key' || (auth === undefined && apiKey !== undefined)) {
    if (apiKey === undefined) throw new UsageError('--auth api-key needs NOVA_ACT_API_KEY');
    if (forAws.length > 0) {
      throw new UsageError(`${forAws.join(', ')} is for AWS credentials, and not used with a key`);
    }
    return { apiKey, ...modelId };
  }
  return {
    workflowDefinitionName: definition ?? DEFINITION,
    region: region ?? REGION,
    ...(profile === undefined ? {} : { profile }),
    ...modelId,
  };
}

/** What each browser is opened with. */
export function readSession(args: McpArguments): NovaActOptions {
  const allowed = args['allow-url'];
  const blocked = args['block-url'];
  return {
    ...(args.headless === undefined ? {} : { headless: args.headless }),
    ...(args['starting-page'] === undefined ? {} : { startingPage: args['starting-page'] }),
    ...(args.logs === undefined ? {} : { logsDirectory: args.logs }),
    security: {
      ...(allowed === undefined ? {} : { allowedUrls: list(allowed) }),
      ...(blocked === undefined ? {} : { blockedUrls: list(blocked) }),
    },
  };
}

function list(text: string | undefined): string[] {
  return (text ?? '').split(',').flatMap((each) => each.trim() || []);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
