import type { CommandDef } from 'citty';
import type { Surroundings } from './arguments/surroundings.js';
import { VERSION } from './version.js';

interface MainCommand extends CommandDef {
  // biome-ignore lint/suspicious/noExplicitAny: citty's type of a command differs with its arguments
  subCommands: Record<string, () => Promise<CommandDef<any>>>;
}

/** The command and its parts; each part is loaded when it is called, or when help is asked for. */
export function mainCommand(around: Surroundings): MainCommand {
  const main: MainCommand = {
    meta: {
      name: 'nova-act',
      version: VERSION,
      description: 'Amazon Nova Act at the command line',
    },
    subCommands: {
      init: async () => (await import('./commands/init.js')).initCommand(around),
      act: async () => (await import('./commands/act.js')).actCommand(around),
      get: async () => (await import('./commands/get.js')).getCommand(around),
      definition: async () => (await import('./commands/definition.js')).definitionCommand(around),
      run: async () => (await import('./commands/run.js')).runCommandOf(around),
      session: async () => (await import('./commands/session.js')).sessionCommand(around),
      models: async () => (await import('./commands/models.js')).modelsCommand(around),
      trace: async () => (await import('./commands/trace.js')).traceCommand(around),
      doctor: async () => (await import('./commands/doctor.js')).doctorCommand(around),
      mcp: async () => (await import('./commands/mcp.js')).mcpCommand(around),
      'iam-policy': async () => (await import('./commands/iam-policy.js')).iamPolicyCommand(around),
      codegen: async () => (await import('./commands/codegen.js')).codegenCommand(around),
      local: async () => (await import('./commands/local.js')).localCommand(),
      completion: async () =>
        (await import('./commands/completion.js')).completionCommand(main, around),
    },
  };
  return main;
}
