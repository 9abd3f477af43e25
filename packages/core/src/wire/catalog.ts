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
  /** What it is called, as other operations ask for it. */
  readonly workflowDefinitionName: string;
  /** The ARN of the definition, for policies. */
  readonly workflowDefinitionArn: string;
  /** When the definition was made. */
  readonly createdAt: Date;
  /** `ACTIVE`: runs can be made of it. `DELETING`: not any more. */
  readonly status: WorkflowDefinitionStatus;
}

/** A workflow definition by itself. */
export interface WorkflowDefinition {
  /** What it is called: the `workflowDefinitionName` of other operations. */
  readonly name: string;
  /** The ARN of the definition, for policies. */
  readonly arn: string;
  /** When the definition was made. */
  readonly createdAt: Date;
  /** `ACTIVE`: runs can be made of it. `DELETING`: not any more. */
  readonly status: WorkflowDefinitionStatus;
  /** What was said of it when it was made. */
  readonly description?: string | undefined;
  /** Where the service exports traces to. */
  readonly exportConfig?: WorkflowExportConfig | undefined;
}

/** Where a model is in its life. From the service: `ModelStatus`. */
export type ModelStatus = 'ACTIVE' | 'LEGACY' | 'DEPRECATED' | 'PREVIEW';

/** A model that acts can be done with. */
export interface ModelSummary {
  /** Its id, for `modelId`. */
  readonly modelId: string;
  /** Whether it can be counted on to stay. */
  readonly modelLifecycle: {
    /** `LEGACY` and `DEPRECATED` are on their way out: use another. */
    readonly status: ModelStatus;
  };
  /** The lowest compatibility version of a client that may use it. */
  readonly minimumCompatibilityVersion: number;
}

/** A name that stays, such as `nova-act-latest`, and what it stands for now. */
export interface ModelAlias {
  /** The name that stays, for `modelId`, such as `nova-act-latest`. */
  readonly aliasName: string;
  /** The model that it stands for today. */
  readonly latestModelId: string;
  /** What this client would get by it. */
  readonly resolvedModelId?: string | undefined;
}

/** The models that there are. */
export interface ModelCatalog {
  /** Every model of the service, those that this client may not use included. */
  readonly modelSummaries: readonly ModelSummary[];
  /** Names that stand for a model. */
  readonly modelAliases: readonly ModelAlias[];
  /** What this client may use. */
  readonly compatibilityInformation: {
    /** The version that was asked for. Default: that of this client. */
    readonly clientCompatibilityVersion: number;
    /** The ids of the models that it may use. */
    readonly supportedModelIds: readonly string[];
    /** What the service has to say of it, for people; it is logged as a warning as well. */
    readonly message?: string | undefined;
  };
}
