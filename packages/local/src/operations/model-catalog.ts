/** A model that `ListModels` tells of. */
export interface CatalogModel {
  /** What a run names as its `modelId`, 1–100 characters, such as `nova-act-v1.0`. */
  modelId: string;
  /** Where it is in its life, told to clients. Runs are taken in every status. */
  status: 'ACTIVE' | 'LEGACY' | 'DEPRECATED' | 'PREVIEW';
  /** The least `compatibilityVersion` of a client; a run of an older one is a `ValidationException`. */
  minimumCompatibilityVersion: number;
}

/** The models that `ListModels` tells of, and what their aliases stand for. */
export interface ModelCatalog {
  /**
   * In the order in which `ListModels` has them. Ids that begin with `nova-act-` are taken in runs without being
   * here.
   */
  models: readonly CatalogModel[];
  /** Alias → id of the model that it stands for, such as `nova-act-latest` → `nova-act-v1.0`. */
  aliases: Readonly<Record<string, string>>;
}

/**
 * The models of the public documentation. The id behind `nova-act-preview` is not public: preview models can't be
 * pinned, so it stands for itself.
 *
 * https://docs.aws.amazon.com/nova-act/latest/userguide/model-version-selection.html
 */
export const defaultCatalog: ModelCatalog = {
  models: [
    { modelId: 'nova-act-v1.0', status: 'ACTIVE', minimumCompatibilityVersion: 1 },
    { modelId: 'nova-act-preview', status: 'PREVIEW', minimumCompatibilityVersion: 1 },
  ],
  aliases: { 'nova-act-latest': 'nova-act-v1.0' },
};

/** True for ids of the catalog and for any other that is named like one: new models come out. */
export function acceptsModel(catalog: ModelCatalog, id: string): boolean {
  return (
    Object.hasOwn(catalog.aliases, id) ||
    catalog.models.some(({ modelId }) => modelId === id) ||
    /^nova-act-[a-zA-Z0-9._-]+$/.test(id)
  );
}
