import type { ServiceErrorOptions } from '../../errors/index.js';

/**
 * What the caller can do about a refusal of the AWS surface, as a sentence that names the call; undefined
 * where the service's own words are all there is to say. The surface of an API key names no error types, and
 * has none of these calls.
 */
export function remedyFor(facts: ServiceErrorOptions): string | undefined {
  switch (facts.errorType) {
    case 'ResourceNotFoundException':
      return missing(facts);
    case 'ConflictException':
      return conflicting(facts);
    case 'AccessDeniedException':
      return `It takes the permission nova-act:${facts.operation}.`;
    case 'ServiceQuotaExceededException':
    case 'ThrottlingException':
      return quota(facts);
    case 'ValidationException':
      return unknownModel(facts);
    default:
      return undefined;
  }
}

function missing(facts: ServiceErrorOptions): string | undefined {
  switch (kindOf(facts)) {
    case 'definition': {
      const name = facts.resourceId ?? '…';
      return `Create it with new NovaActControl().ensureWorkflowDefinition({ name: ${JSON.stringify(name)} }).`;
    }
    case 'run':
      return 'listWorkflowRuns() of NovaActControl has those that there are.';
    case 'session':
      return 'listSessions() of NovaActControl has those of the run.';
    case 'act':
      return 'listActs() of NovaActControl has those of the session.';
    default:
      return undefined;
  }
}

/** Ids of runs, sessions and acts; definitions have names. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** How the service writes `resourceType` is not documented: it is read for the words, whatever their form. */
function kindOf({ resourceType = '', resourceId = '', operation }: ServiceErrorOptions) {
  const words = resourceType.toLowerCase();
  for (const kind of ['definition', 'run', 'session', 'act'] as const) {
    if (words.includes(kind)) return kind;
  }
  if (resourceId !== '') return UUID.test(resourceId) ? undefined : 'definition';
  return /WorkflowDefinition$|^(Create|List)WorkflowRun/.test(operation) ? 'definition' : undefined;
}

function conflicting(facts: ServiceErrorOptions): string | undefined {
  const ofName = facts.operation === 'CreateWorkflowDefinition' && kindOf(facts) === 'definition';
  return ofName
    ? 'ensureWorkflowDefinition() of NovaActControl takes the one that is there.'
    : undefined;
}

const QUOTAS = 'https://console.aws.amazon.com/servicequotas/home/services';

/** Both codes become part of an address. */
const CODE = /^[\w-]{1,64}$/;

function quota({ serviceCode = '', quotaCode = '' }: ServiceErrorOptions): string | undefined {
  if (!CODE.test(serviceCode) || !CODE.test(quotaCode)) return undefined;
  const where = `${QUOTAS}/${serviceCode}/quotas/${quotaCode}`;
  return `The quota is ${quotaCode} of ${serviceCode}; a higher one is asked for at ${where}.`;
}

function unknownModel({ fields = [] }: ServiceErrorOptions): string | undefined {
  return fields.some(({ name }) => name === 'modelId')
    ? 'listModels() of NovaActControl has those that there are.'
    : undefined;
}
