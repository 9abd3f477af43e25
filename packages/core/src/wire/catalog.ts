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
  readonly workflowDefinitionName: string;
  readonly workflowDefinitionArn: string;
  readonly createdAt: Date;
  readonly status: WorkflowDefinitionStatus;
}

/** A workflow definition by itself. */
export interface WorkflowDefinition {
  readonly name: string;
  readonly arn: string;
  readonly createdAt: Date;
  readonly status: WorkflowDefinitionStatus;
  readonly description?: string | undefined;
  readonly exportConfig?: WorkflowExportConfig | undefined;
}

export type ModelStatus = 'ACTIVE' | 'LEGACY' | 'DEPRECATED' | 'PREVIEW';

export interface ModelSummary {
  readonly modelId: string;
  readonly modelLifecycle: { readonly status: ModelStatus };
  /** Of clients that may use it. */
  readonly minimumCompatibilityVersion: number;
}

/** A name that stays, such as `nova-act-latest`, and what it stands for now. */
export interface ModelAlias {
  readonly aliasName: string;
  readonly latestModelId: string;
  /** What this client would get by it. */
  readonly resolvedModelId?: string | undefined;
}

/** The models that there are. */
export interface ModelCatalog {
  readonly modelSummaries: readonly ModelSummary[];
  readonly modelAliases: readonly ModelAlias[];
  readonly compatibilityInformation: {
    readonly clientCompatibilityVersion: number;
    readonly supportedModelIds: readonly string[];
    readonly message?: string | undefined;
  };
}
