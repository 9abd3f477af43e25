import type { Logger } from '../logger.js';
import type { ModelCatalog, ModelStatus } from '../wire/catalog.js';

const WARNED: readonly ModelStatus[] = ['LEGACY', 'DEPRECATED'];

/** Warns of models that are on their way out, and says which stand behind the names that stay. */
export function tellOfModels(catalog: ModelCatalog, logger: Logger): void {
  const { modelSummaries, modelAliases, compatibilityInformation } = catalog;
  for (const status of WARNED) {
    const models = modelSummaries
      .filter(({ modelLifecycle }) => modelLifecycle.status === status)
      .map(({ modelId }) => modelId);
    if (models.length === 0) continue;
    logger.warn(`Models of the service are ${status}: use another, or a name that stays`, {
      models,
      instead: modelAliases
        .filter(({ latestModelId }) => !models.includes(latestModelId))
        .map(({ aliasName, latestModelId }) => `${aliasName} (${latestModelId})`),
    });
  }
  const { message } = compatibilityInformation;
  if (message !== undefined)
    logger.warn('The service says of this client and its models', { message });
}
