import type { CommandDef } from 'citty';
import type { Surroundings } from './arguments/surroundings.js';
import { VERSION } from './version.js';

/** The command and its parts; each part is loaded when it is called, or when help is asked for. */
export function mainCommand(around: Surroundings) {
  return {
    meta: {
      name: 'nova-act',
      version: VERSION,
      description: 'Amazon Nova Act at the command line',
    },
    subCommands: {
      mcp: async () => (await import('./commands/mcp.js')).mcpCommand(around),
      'iam-policy': async () => (await import('./commands/iam-policy.js')).iamPolicyCommand(around),
      local: async () => (await import('./commands/local.js')).localCommand(),
    },
  } satisfies CommandDef;
}
