import { isLoopback } from '@nova-act/core/runtime';
import type { ArgsDef, ParsedArgs } from 'citty';
import { separated } from '../arguments/separated.js';
import { UsageError } from '../arguments/usage-error.js';
import { wholeNumber } from '../arguments/whole-number.js';
import { type Environment, RUN_ARGUMENTS } from '../service/run-arguments.js';
import { SESSION_ARGUMENTS } from '../service/session-arguments.js';

/** Of the runs, where none is named. */
export const DEFINITION = 'nova-act-mcp';

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
  ...RUN_ARGUMENTS,
  definition: {
    ...RUN_ARGUMENTS.definition,
    description: `${RUN_ARGUMENTS.definition.description} (${DEFINITION})`,
  },
  ...SESSION_ARGUMENTS,
  'starting-page': { type: 'string', description: 'First page of each browser' },
  'allow-local': {
    type: 'boolean',
    description: 'Let go_to lead to this machine and its network too: http://localhost:3000',
  },
} as const satisfies ArgsDef;

export type McpArguments = ParsedArgs<typeof MCP_ARGUMENTS>;

/** How the server is reached; undefined over standard input and output. @throws UsageError */
export function readHttp(args: McpArguments, env: Environment) {
  const port = wholeNumber('port', args.port, 0, 65_535);
  if (!args.http) return undefined;
  const { host } = args;
  const token = args.token ?? (env['NOVA_ACT_MCP_TOKEN'] || undefined);
  if (token !== undefined && !/^[\x21-\x7e]{16,}$/.test(token)) {
    throw new UsageError('--token must be 16 visible characters or more, without spaces');
  }
  if (token === undefined && !isLoopback(host.includes(':') ? `[${host}]` : host)) {
    throw new UsageError(
      `--host ${host} can be reached by others, who could then use this browser: set NOVA_ACT_MCP_TOKEN, or --token`,
    );
  }
  return { host, port, token, allowedHosts: separated(args['allowed-host']) };
}

/** @throws UsageError */
export function readLimits(args: McpArguments) {
  const minutes = wholeNumber('idle-minutes', args['idle-minutes'], 1, 1_440);
  return {
    maxSessions: wholeNumber('max-sessions', args['max-sessions'], 1, 100),
    idleMs: minutes * 60_000,
  };
}
