import { connect, silentLogger, systemClock } from '@nova-act/core/runtime';
import { defineCommand, type ParsedArgs } from 'citty';
import type { Surroundings } from '../arguments/surroundings.js';
import { asTyped } from '../arguments/typed-as.js';
import type { Check } from '../doctor/check.js';
import { browserCheck } from '../doctor/checks/browser.js';
import { credentialsCheck } from '../doctor/checks/credentials.js';
import { displayCheck } from '../doctor/checks/display.js';
import { endpointChecks } from '../doctor/checks/endpoint.js';
import { localServiceCheck } from '../doctor/checks/local-service.js';
import { nodeCheck } from '../doctor/checks/node.js';
import { permissionsCheck } from '../doctor/checks/permissions.js';
import { proxyCheck } from '../doctor/checks/proxy.js';
import { settingsCheck } from '../doctor/checks/settings.js';
import { examine } from '../doctor/examine.js';
import { findingText } from '../doctor/tell.js';
import { EXIT_CODES } from '../failure/exit-codes.js';
import { asJson } from '../output/json.js';
import { RUN_ARGUMENTS, readRun } from '../service/run-arguments.js';

const { model: _, ...SERVICE_ARGUMENTS } = RUN_ARGUMENTS;
const ARGUMENTS = {
  local: {
    type: 'boolean',
    description: 'Look at what the service on this machine needs, and no more',
  },
  ...SERVICE_ARGUMENTS,
  json: { type: 'boolean', description: 'Print JSON' },
} as const;

/** `nova-act doctor`: whether a run could be done here, and what to do where it could not. */
export function doctorCommand(around: Surroundings) {
  return defineCommand({
    meta: { name: 'doctor', description: 'Look at what a run needs, and say what is missing' },
    args: ARGUMENTS,
    async run({ args }) {
      const { json = false } = args;
      const checks = [...machineChecks(around), ...serviceChecks(args, around)];
      const done = await examine(checks, {
        clock: systemClock,
        signal: around.stop(),
        tell: (found) => {
          if (!json) around.print(asTyped(findingText(found, around.colors), around.env));
        },
      });
      const isOk = done.every(({ state }) => state !== 'failed');
      if (json) around.print(asJson({ ok: isOk, checks: done }));
      return isOk ? EXIT_CODES.done.code : EXIT_CODES.failed.code;
    },
  });
}

function machineChecks({ env, nodeVersion }: Surroundings): Check[] {
  return [
    nodeCheck(nodeVersion),
    settingsCheck(env),
    displayCheck(env),
    browserCheck(),
    proxyCheck(env),
  ];
}

function serviceChecks(args: ParsedArgs<typeof ARGUMENTS>, around: Surroundings): Check[] {
  if (args.local) return [localServiceCheck()];
  // Which definition would be used decides nothing here.
  const { workflowDefinitionName: __, ...run } = readRun(
    { ...args, model: undefined },
    around.env,
    'any',
  );
  const options = { ...run, logger: silentLogger, ...around.service };
  return [
    credentialsCheck(options, () => connect(options).endpointUrl),
    ...endpointChecks(options, systemClock),
    permissionsCheck(options, args.definition),
  ];
}
