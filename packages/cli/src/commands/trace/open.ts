import { readConfig, silentLogger } from '@nova-act/core/runtime';
import { defineCommand } from 'citty';
import type { Surroundings } from '../../arguments/surroundings.js';
import { asJson } from '../../output/json.js';
import { findTrace } from './find-trace.js';

export function traceOpenCommand(around: Surroundings) {
  return defineCommand({
    meta: { name: 'open', description: 'Open the trace of an act in the browser' },
    args: {
      trace: {
        type: 'positional',
        required: true,
        description: 'The HTML file, or the id of an act',
      },
      logs: { type: 'string', default: 'traces', description: 'Folder to look for an act in' },
      print: { type: 'boolean', description: 'Print where it is, and open nothing' },
      json: { type: 'boolean', description: 'Print where it is as JSON, and open nothing' },
    },
    async run({ args }) {
      const { trace, logs, print = false, json = false } = args;
      const file = findTrace(trace, logs, around.cwd);
      around.print(json ? asJson({ file }) : `${file}\n`);
      if (print || json) return;
      if (readConfig(around.env, silentLogger).hasDisplay) return around.openFile(file);
      around.printError('There is no display to open it on.\n');
    },
  });
}
