import { resolve } from 'node:path';
import { readConfig, silentLogger } from '@nova-act/core/runtime';
import type { ArgsDef } from 'citty';
import { defineCommand, type ParsedArgs } from 'citty';
import type { Surroundings } from '../../arguments/surroundings.js';
import { NotFoundError } from '../../failure/not-found-error.js';
import { asJson } from '../../output/json.js';
import { CONTROL_ARGUMENTS, controlOf, DEFINITION_ARGUMENT } from '../../service/control.js';
import { findAct } from '../../service/find-act.js';
import { fetchTrace, isInS3 } from './fetch-trace.js';
import { findTrace } from './find-trace.js';

const ARGUMENTS = {
  trace: {
    type: 'positional',
    required: true,
    description: 'The HTML file, the id of an act, or s3://bucket/prefix',
  },
  logs: {
    type: 'string',
    default: 'traces',
    description: 'Folder to look for an act in, and to fetch traces into',
  },
  definition: {
    ...DEFINITION_ARGUMENT.definition,
    required: false,
    description: 'Definition of the act: its trace is fetched from where the service exported it',
  },
  ...CONTROL_ARGUMENTS,
  print: { type: 'boolean', description: 'Print where it is, and open nothing' },
  json: { type: 'boolean', description: 'Print where it is as JSON, and open nothing' },
} as const satisfies ArgsDef;

export function traceOpenCommand(around: Surroundings) {
  return defineCommand({
    meta: { name: 'open', description: 'Open the trace of an act in the browser' },
    args: ARGUMENTS,
    async run({ args }) {
      const { print = false, json = false } = args;
      const file = await placeOfTrace(args, around);
      around.print(json ? asJson({ file }) : `${file}\n`);
      if (print || json) return;
      if (readConfig(around.env, silentLogger).hasDisplay) return around.openFile(file);
      around.printError('There is no display to open it on.\n');
    },
  });
}

/** Where it is on this machine, fetched before where it is elsewhere. */
async function placeOfTrace(
  args: ParsedArgs<typeof ARGUMENTS>,
  around: Surroundings,
): Promise<string> {
  const { trace, logs, definition } = args;
  const isElsewhere = isInS3(trace) || definition !== undefined;
  if (!isElsewhere) return findTrace(trace, logs, around.cwd);
  const control = controlOf(args, around);
  const signal = around.stop();
  const location = isInS3(trace)
    ? { locationType: 'S3', location: trace }
    : await exportOf(await findAct(control, { actId: trace, definition: `${definition}`, signal }));
  return fetchTrace(control, location, resolve(around.cwd, logs), signal);
}

/** @throws NotFoundError */
function exportOf({ actId, traceLocation }: Awaited<ReturnType<typeof findAct>>) {
  if (traceLocation) return traceLocation;
  throw new NotFoundError(
    `The service has exported no trace of the act ${actId}`,
    'It exports those of acts that have ended, of definitions made with --bucket.',
  );
}
