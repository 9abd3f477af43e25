import { fileURLToPath } from 'node:url';
import { defineCommand } from 'citty';

/** `nova-act local …` is `nova-act-local …`, in this process: its arguments, its signals, its exit code. */
export function localCommand() {
  return defineCommand({
    meta: {
      name: 'local',
      description: 'The Nova Act service on this machine, for development and tests',
    },
    async run({ rawArgs }) {
      const manifest = import.meta.resolve('@nova-act/local/package.json');
      const command = new URL('bin/nova-act-local.js', manifest);
      process.argv = [process.argv[0] ?? '', fileURLToPath(command), ...rawArgs];
      await import(command.href);
    },
  });
}
