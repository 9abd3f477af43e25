import type { NovaActOptions } from '@nova-act/core';
import type { ArgsDef, ParsedArgs } from 'citty';
import { separated } from '../arguments/separated.js';
import { readSecrets } from './read-secrets.js';
import type { Environment } from './run-arguments.js';

/** What a browser is opened with. */
export const SESSION_ARGUMENTS = {
  headless: { type: 'boolean', description: 'No window; --no-headless for one' },
  'allow-url': { type: 'string', description: 'Only these may be opened, separated by commas' },
  'block-url': { type: 'string', description: 'These may not be opened, separated by commas' },
  secret: {
    type: 'string',
    description:
      'Secrets that prompts may name as {{name}}: name=VARIABLE or name=VARIABLE@https://where, separated by commas',
  },
  mask: {
    type: 'string',
    description: 'CSS selectors of what is painted over in pictures, and left empty in the DOM',
  },
  logs: { type: 'string', description: 'Folder for traces of the acts' },
} as const satisfies ArgsDef;

type SessionArguments = Pick<ParsedArgs<typeof SESSION_ARGUMENTS>, keyof typeof SESSION_ARGUMENTS>;

/** @throws UsageError for a secret whose variable is not set */
export function readSession(
  args: SessionArguments,
  startingPage: string | undefined,
  env: Environment,
): NovaActOptions {
  const allowed = args['allow-url'];
  const blocked = args['block-url'];
  return {
    ...(args.headless === undefined ? {} : { headless: args.headless }),
    ...(startingPage === undefined ? {} : { startingPage }),
    ...(args.logs === undefined ? {} : { logsDirectory: args.logs }),
    ...(args.secret === undefined ? {} : { secrets: readSecrets(args.secret, env) }),
    ...(args.mask === undefined ? {} : { mask: [args.mask] }),
    security: {
      ...(allowed === undefined ? {} : { allowedUrls: separated(allowed) }),
      ...(blocked === undefined ? {} : { blockedUrls: separated(blocked) }),
    },
  };
}
