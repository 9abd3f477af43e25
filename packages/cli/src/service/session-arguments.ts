import type { NovaActOptions } from '@nova-act/core';
import type { ArgsDef, ParsedArgs } from 'citty';
import { separated } from '../arguments/separated.js';

/** What a browser is opened with. */
export const SESSION_ARGUMENTS = {
  headless: { type: 'boolean', description: 'No window; --no-headless for one' },
  'allow-url': { type: 'string', description: 'Only these may be opened, separated by commas' },
  'block-url': { type: 'string', description: 'These may not be opened, separated by commas' },
  logs: { type: 'string', description: 'Folder for traces of the acts' },
} as const satisfies ArgsDef;

type SessionArguments = Pick<ParsedArgs<typeof SESSION_ARGUMENTS>, keyof typeof SESSION_ARGUMENTS>;

export function readSession(
  args: SessionArguments,
  startingPage: string | undefined,
): NovaActOptions {
  const allowed = args['allow-url'];
  const blocked = args['block-url'];
  return {
    ...(args.headless === undefined ? {} : { headless: args.headless }),
    ...(startingPage === undefined ? {} : { startingPage }),
    ...(args.logs === undefined ? {} : { logsDirectory: args.logs }),
    security: {
      ...(allowed === undefined ? {} : { allowedUrls: separated(allowed) }),
      ...(blocked === undefined ? {} : { blockedUrls: separated(blocked) }),
    },
  };
}
