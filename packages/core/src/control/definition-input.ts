import { type KnownOptions, knownOptions } from '../options/known-options.js';
import { refuseUnknown } from '../options/refuse-unknown.js';
import { checkClientToken, checkDefinitionName, demand } from '../service/check-input.js';
import type { WorkflowExportConfig } from '../wire/catalog.js';

/** What a definition is to be. */
export interface EnsureWorkflowDefinitionInput {
  /** 1–40 letters, digits, `_` or `-`; one of its name in an account and region. */
  name: string;
  /** 1–4,000 characters. Of a definition that is there already it is left as it is. */
  description?: string | undefined;
  /** Where its runs are exported to. Default: nowhere; of a definition that is there, wherever it says. */
  exportConfig?: WorkflowExportConfig | undefined;
}

export interface CreateWorkflowDefinitionInput extends EnsureWorkflowDefinitionInput {
  /** 33–256 letters, digits and hyphens: a request repeated with the same one is harmless. Default: a new one. */
  clientToken?: string | undefined;
}

const NAMES = {
  name: true,
  description: true,
  exportConfig: knownOptions<WorkflowExportConfig>(
    'exportConfig',
    { s3BucketName: true, s3KeyPrefix: true },
    { bucket: 'Did you mean s3BucketName?', prefix: 'Did you mean s3KeyPrefix?' },
  ),
} as const;
const ELSEWHERE = {
  workflowDefinitionName: 'Did you mean name?',
  export_config: 'Did you mean exportConfig?',
  s3BucketName: 'Did you mean exportConfig: { s3BucketName }?',
};

const ENSURE: KnownOptions = knownOptions<EnsureWorkflowDefinitionInput>(
  'ensureWorkflowDefinition()',
  NAMES,
  ELSEWHERE,
);
const CREATE: KnownOptions = knownOptions<CreateWorkflowDefinitionInput>(
  'createWorkflowDefinition()',
  { ...NAMES, clientToken: true },
  ELSEWHERE,
);

/** @throws ValidationError */
export function checkEnsure(input: EnsureWorkflowDefinitionInput): void {
  refuseUnknown(input, ENSURE);
  checkDefinition(input);
}

/** @throws ValidationError */
export function checkCreate(input: CreateWorkflowDefinitionInput): void {
  refuseUnknown(input, CREATE);
  checkDefinition(input);
  checkClientToken(input.clientToken);
}

// The limits are those of the AWS service model, 2025-08-22.
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const PREFIX = /^[a-zA-Z0-9!\-_.*'()]+(?:\/[a-zA-Z0-9!\-_.*'()]+)*$/;

function checkDefinition({ name, description, exportConfig }: EnsureWorkflowDefinitionInput): void {
  checkDefinitionName(name, 'name');
  const described =
    typeof description === 'string' && description !== '' && [...description].length <= 4_000;
  demand(description === undefined || described, {
    field: 'description',
    value: description,
    remedy: 'Use 1–4,000 characters, or leave it out.',
  });
  if (exportConfig === undefined) return;
  const { s3BucketName, s3KeyPrefix } = exportConfig;
  demand(typeof s3BucketName === 'string' && BUCKET.test(s3BucketName), {
    field: 'exportConfig.s3BucketName',
    value: s3BucketName,
    remedy: 'Give the name of a bucket: 3 to 63 small letters, digits, dots and hyphens.',
  });
  const prefixed =
    typeof s3KeyPrefix === 'string' && s3KeyPrefix.length <= 100 && PREFIX.test(s3KeyPrefix);
  demand(s3KeyPrefix === undefined || prefixed, {
    field: 'exportConfig.s3KeyPrefix',
    value: s3KeyPrefix,
    remedy: "Use 1–100 letters, digits or ! - _ . * ' ( ), and / between them only.",
  });
}
