import type { Shape, StringShape, StructureShape } from './shape.js';

/**
 * The shapes of the service that requests and answers are made of. A test compares each of them with
 * AWS's published model (nova-act-2025-08-22), so this table can't drift from it unseen.
 */

const string = (limits: Omit<StringShape, 'type'> = {}): StringShape => ({
  type: 'string',
  ...limits,
});

/** A structure: `members` ending in `?` are optional. */
function structure(members: Record<string, Shape>): StructureShape {
  const entries = Object.entries(members);
  return {
    type: 'structure',
    required: entries.filter(([name]) => !name.endsWith('?')).map(([name]) => name),
    members: Object.fromEntries(entries.map(([name, shape]) => [name.replace(/\?$/, ''), shape])),
  };
}

const list = (member: Shape, min?: number, max?: number): Shape => ({
  type: 'list',
  member,
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});

export const integer: Shape = { type: 'integer' };
export const document: Shape = { type: 'document' };
export const timestamp: Shape = { type: 'timestamp' };
export const nonBlank = string({ pattern: '[\\s\\S]+' });
export const uuid = string({
  pattern: '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
});
export const definitionName = string({ min: 1, max: 40, pattern: '[a-zA-Z0-9_-]{1,40}' });
export const description = string({ min: 1, max: 4000, sensitive: true });
export const clientToken = string({
  min: 33,
  max: 256,
  pattern: '[a-zA-Z0-9](-*[a-zA-Z0-9]){0,256}',
});
export const modelId = string({ min: 1, max: 100 });
export const logGroupName = string({ min: 1, max: 512, pattern: '[a-zA-Z0-9_/.-]+' });
export const task = string({ min: 1, max: 10_000, sensitive: true });
export const maxResults: Shape = { type: 'integer', min: 1, max: 100 };
export const nextToken = string({ min: 1, max: 2048, pattern: '\\S*' });
export const sortOrder = string({ enum: ['Ascending', 'Descending'] });
export const definitionStatus = string({ enum: ['ACTIVE', 'DELETING'] });
export const runStatus = string({
  enum: ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'DELETING'],
});
export const actStatus = string({
  enum: [
    'RUNNING',
    'PENDING_CLIENT_ACTION',
    'PENDING_HUMAN_ACTION',
    'SUCCEEDED',
    'FAILED',
    'TIMED_OUT',
  ],
});

const arnHead = 'arn:(aws|aws-cn|aws-us-gov):nova-act:[a-z0-9-]+:[0-9]{12}:workflow-definition/';
export const definitionArn = string({ pattern: `${arnHead}[a-zA-Z0-9_-]{1,40}` });
export const runArn = string({
  pattern: `${arnHead}[a-zA-Z0-9_-]{1,40}/workflow-run/${uuid.pattern}`,
});

export const exportConfig = structure({
  s3BucketName: string({ min: 3, max: 63, pattern: '[a-z0-9][a-z0-9.-]*[a-z0-9]' }),
  's3KeyPrefix?': string({
    min: 1,
    max: 100,
    pattern: "[a-zA-Z0-9!\\-_.*'()]+(?:/[a-zA-Z0-9!\\-_.*'()]+)*",
  }),
});

export const clientInfo = structure({ compatibilityVersion: integer, 'sdkVersion?': nonBlank });

export const toolSpecs = list(
  structure({
    name: string({ min: 1, max: 64, pattern: '[a-zA-Z0-9_-]+' }),
    description: string({ min: 1, max: 10_000, sensitive: true }),
    inputSchema: { type: 'union', members: { json: document } },
  }),
  0,
  100,
);

const callId = string({ min: 1, max: 100 });

export const callResults = list(
  structure({
    'callId?': callId,
    content: list({ type: 'union', members: { text: string() } }, 1, 100),
  }),
  1,
  100,
);

export const calls = list(structure({ callId, input: document, name: string() }));

export const actError = structure({
  message: string({ min: 1, max: 10_000, sensitive: true }),
  'type?': string({ min: 1, max: 100 }),
});

const traceLocation = structure({ locationType: string({ enum: ['S3'] }), location: nonBlank });

export const definitionSummaries = list(
  structure({
    workflowDefinitionArn: definitionArn,
    workflowDefinitionName: definitionName,
    createdAt: timestamp,
    status: definitionStatus,
  }),
);

export const runSummaries = list(
  structure({
    workflowRunArn: runArn,
    workflowRunId: uuid,
    status: runStatus,
    startedAt: timestamp,
    'endedAt?': timestamp,
    'traceLocation?': traceLocation,
  }),
);

export const sessionSummaries = list(structure({ sessionId: uuid }));

export const actSummaries = list(
  structure({
    workflowRunId: uuid,
    sessionId: uuid,
    actId: uuid,
    status: actStatus,
    startedAt: timestamp,
    'endedAt?': timestamp,
    'traceLocation?': traceLocation,
  }),
);

export const modelSummaries = list(
  structure({
    modelId,
    modelLifecycle: structure({
      status: string({ enum: ['ACTIVE', 'LEGACY', 'DEPRECATED', 'PREVIEW'] }),
    }),
    minimumCompatibilityVersion: integer,
  }),
);

export const modelAliases = list(
  structure({ aliasName: modelId, latestModelId: modelId, 'resolvedModelId?': modelId }),
);

export const compatibilityInformation = structure({
  clientCompatibilityVersion: integer,
  supportedModelIds: list(modelId),
  'message?': nonBlank,
});
