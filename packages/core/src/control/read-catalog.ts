import { bad } from '../service/read-answer.js';
import {
  listIn,
  numberIn,
  objectIn,
  oneOf,
  optional,
  pageOf,
  textIn,
  timeIn,
  type Within,
  whole,
} from '../service/read-members.js';
import type { Answer } from '../service/transport/answer.js';
import type {
  ModelCatalog,
  WorkflowDefinition,
  WorkflowDefinitionSummary,
} from '../wire/catalog.js';

const DEFINITION_STATUSES = ['ACTIVE', 'DELETING'] as const;
const MODEL_STATUSES = ['ACTIVE', 'LEGACY', 'DEPRECATED', 'PREVIEW'] as const;

/** @throws ActBadResponseError, as all of these do for what is not as the service's model says. */
export function readDefinition(answer: Answer): WorkflowDefinition {
  const within = whole(answer);
  return {
    name: textIn(within, 'name'),
    arn: textIn(within, 'arn'),
    createdAt: timeIn(within, 'createdAt'),
    status: oneOf(within, 'status', DEFINITION_STATUSES),
    ...optional(within, 'description', textIn),
    ...optional(within, 'exportConfig', exportConfigIn),
  };
}

export function readDefinitions(answer: Answer) {
  const { items, ...rest } = pageOf(answer, 'workflowDefinitionSummaries');
  return { items: items.map(summaryOf), ...rest };
}

function summaryOf(within: Within): WorkflowDefinitionSummary {
  return {
    workflowDefinitionName: textIn(within, 'workflowDefinitionName'),
    workflowDefinitionArn: textIn(within, 'workflowDefinitionArn'),
    createdAt: timeIn(within, 'createdAt'),
    status: oneOf(within, 'status', DEFINITION_STATUSES),
  };
}

function exportConfigIn(within: Within, member: string) {
  const config = objectIn(within, member);
  return {
    s3BucketName: textIn(config, 's3BucketName'),
    ...optional(config, 's3KeyPrefix', textIn),
  };
}

export function readDefinitionStatus(answer: Answer) {
  return { status: oneOf(whole(answer), 'status', DEFINITION_STATUSES) };
}

export function readRunStatus(answer: Answer) {
  const known = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'DELETING'] as const;
  return { status: oneOf(whole(answer), 'status', known) };
}

export function readModels(answer: Answer): ModelCatalog {
  const within = whole(answer);
  const compatibility = objectIn(within, 'compatibilityInformation');
  return {
    modelSummaries: listIn(within, 'modelSummaries').map((model) => ({
      modelId: textIn(model, 'modelId'),
      modelLifecycle: {
        status: oneOf(objectIn(model, 'modelLifecycle'), 'status', MODEL_STATUSES),
      },
      minimumCompatibilityVersion: numberIn(model, 'minimumCompatibilityVersion'),
    })),
    modelAliases: listIn(within, 'modelAliases').map((alias) => ({
      aliasName: textIn(alias, 'aliasName'),
      latestModelId: textIn(alias, 'latestModelId'),
      ...optional(alias, 'resolvedModelId', textIn),
    })),
    compatibilityInformation: {
      clientCompatibilityVersion: numberIn(compatibility, 'clientCompatibilityVersion'),
      supportedModelIds: textsIn(compatibility, 'supportedModelIds'),
      ...optional(compatibility, 'message', textIn),
    },
  };
}

function textsIn({ answer, members, at }: Within, member: string): string[] {
  const list = members[member];
  if (Array.isArray(list) && list.every((item) => typeof item === 'string')) return list;
  throw bad(answer, `${at}${member} is not a list of texts`);
}
