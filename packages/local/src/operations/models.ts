import type { InputOf } from './inputs.js';
import type { OperationScope } from './scope.js';

export function listModels(scope: OperationScope, input: InputOf<'ListModels'>): object {
  const { models, aliases } = scope.rules.models;
  const version = input.clientCompatibilityVersion;
  const supported = models
    .filter((model) => model.minimumCompatibilityVersion <= version)
    .map(({ modelId }) => modelId);
  return {
    modelSummaries: models.map(({ modelId, status, minimumCompatibilityVersion }) => ({
      modelId,
      modelLifecycle: { status },
      minimumCompatibilityVersion,
    })),
    modelAliases: Object.entries(aliases).map(([aliasName, latestModelId]) => ({
      aliasName,
      latestModelId,
      ...(supported.includes(latestModelId) ? { resolvedModelId: latestModelId } : {}),
    })),
    compatibilityInformation: {
      clientCompatibilityVersion: version,
      supportedModelIds: supported,
      ...(supported.length === 0
        ? { message: `No model supports compatibility version ${version}` }
        : {}),
    },
  };
}
