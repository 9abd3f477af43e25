import type { ModelStatus } from '@nova-act/core';
import { defineCommand } from 'citty';
import type { Surroundings } from '../arguments/surroundings.js';
import { asJson } from '../output/json.js';
import { table } from '../output/table.js';
import { CONTROL_ARGUMENTS, controlOf } from '../service/control.js';

/** What a status means for who uses the model. */
const WORDS: Readonly<Record<ModelStatus, string>> = {
  ACTIVE: '',
  PREVIEW: 'may change, and go, at any time',
  LEGACY: 'on its way out: use another, or a name that stays',
  DEPRECATED: 'will be gone: use another now, or a name that stays',
};

/** `nova-act models`: which models there are, what the names that stay stand for, and which are on their way out. */
export function modelsCommand(around: Surroundings) {
  return defineCommand({
    meta: {
      name: 'models',
      description: 'The models of the service, and which are on their way out',
    },
    args: CONTROL_ARGUMENTS,
    async run({ args }) {
      const catalog = await controlOf(args, around).listModels({}, { signal: around.stop() });
      if (args.json) return around.print(asJson(catalog));
      const { modelSummaries, modelAliases, compatibilityInformation } = catalog;
      const { supportedModelIds, message } = compatibilityInformation;
      around.print(
        table(modelSummaries, [
          ['MODEL', ({ modelId }) => modelId],
          ['STATUS', ({ modelLifecycle }) => modelLifecycle.status],
          [
            'ALSO CALLED',
            ({ modelId }) =>
              modelAliases
                .filter((one) => (one.resolvedModelId ?? one.latestModelId) === modelId)
                .map(({ aliasName }) => aliasName)
                .join(', '),
          ],
          [
            'NOTE',
            ({ modelId, modelLifecycle: { status } }) =>
              supportedModelIds.includes(modelId)
                ? WORDS[status]
                : 'not for this version of the command',
          ],
        ]),
      );
      if (message !== undefined) around.printError(`The service says: ${message}\n`);
    },
  });
}
