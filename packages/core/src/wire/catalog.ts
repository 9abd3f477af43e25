/** Whether a definition can be used, or is being deleted. */
export type WorkflowDefinitionStatus = 'ACTIVE' | 'DELETING';

/** Where the service puts what it exports of a definition's runs. */
export interface WorkflowExportConfig {
  /** Whoever runs workflows needs `s3:PutObject` there: the service writes as the caller. */
  readonly s3BucketName: string;
  /** Put before the names of the objects; 1–100 characters, no slash at either end. */
  readonly s3KeyPrefix?: string | undefined;
}

/** A workflow definition in a list. */
export interface WorkflowDefinitionSummary {
  /** Its name. */
  readonly workflowDefinitionName: string;
  /** Its ARN. */
  readonly workflowDefinitionArn: string;
  /** When it was made. */
  readonly createdAt: Date;
  /** Whether it can be used. */
  readonly status: WorkflowDefinitionStatus;
}

/** A workflow definition by itself. */
export interface WorkflowDefinition {
  readonly name: string;
  /** Its ARN. */
  readonly arn: string;
  /** When it was made. */
  readonly createdAt: Date;
  /** Whether it can be used. */
  readonly status: WorkflowDefinitionStatus;
  /** What was said of it when it was made. */
  readonly description?: string | undefined;
  /** Where the service exports traces to. */
  readonly exportConfig?: WorkflowExportConfig | undefined;
}

/** Where a model is in its life. From the service: `ModelStatus`. */
export type ModelStatus = 'ACTIVE' | 'LEGACY' | 'DEPRECATED' | 'PREVIEW';

/** A model. */
export interface ModelSummary {
  /** Its id, for `modelId`. */
  readonly modelId: string;
  /** Where it is in its life. */
  readonly modelLifecycle: { readonly status: ModelStatus };
  /** Of clients that may use it. */
  readonly minimumCompatibilityVersion: number;
}

/** A name that stays, such as `nova-act-latest`, and what it stands for now. */
export interface ModelAlias {
  /** Such as `nova-act-latest`. */
  readonly aliasName: string;
  /** The model that it stands for today. */
  readonly latestModelId: string;
  /** What this client would get by it. */
  readonly resolvedModelId?: string | undefined;
}

/** The models that there are. */
export interface ModelCatalog {
  /** The models. */
  readonly modelSummaries: readonly ModelSummary[];
  /** Names that stand for a model. */
  readonly modelAliases: readonly ModelAlias[];
  /** What this client may use. */
  readonly compatibilityInformation: {
    readonly clientCompatibilityVersion: number;
    readonly supportedModelIds: readonly string[];
    readonly message?: string | undefined;
  };
}
