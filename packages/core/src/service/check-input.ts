import { ValidationError } from '../errors/index.js';
import type {
  CreateActInput,
  CreateWorkflowRunInput,
  InvokeActStepInput,
  PageInput,
} from '../wire/operations.js';

// The limits are those of the AWS service model, 2025-08-22.
const MAX_TASK = 10_000;
const MAX_TOOL_SPECS = 100;
const MAX_CALL_RESULTS = 100;
const MAX_MODEL_ID = 100;

/** @throws ValidationError */
export function checkCreateRun(input: CreateWorkflowRunInput): void {
  checkDefinitionName(input.workflowDefinitionName);
  checkClientToken(input.clientToken);
  const { modelId, logGroupName } = input;
  demand(typeof modelId === 'string' && modelId !== '' && modelId.length <= MAX_MODEL_ID, {
    field: 'modelId',
    value: modelId,
    remedy: `Use 1–${MAX_MODEL_ID} characters, such as nova-act-latest.`,
  });
  demand(logGroupName === undefined || /^[a-zA-Z0-9_/.-]{1,512}$/.test(logGroupName), {
    field: 'logGroupName',
    value: logGroupName,
    remedy: 'Use 1–512 letters, digits or _ / . -, as CloudWatch names log groups.',
  });
}

/** @throws ValidationError */
export function checkDefinitionName(
  name: unknown,
  field = 'workflowDefinitionName',
): asserts name is string {
  demand(typeof name === 'string' && /^[a-zA-Z0-9_-]{1,40}$/.test(name), {
    field,
    value: name,
    remedy: 'Use 1–40 letters, digits, _ or -.',
  });
}

/** @throws ValidationError */
export function checkCreateAct({ task, toolSpecs, clientToken }: CreateActInput): void {
  checkClientToken(clientToken);
  demand(task !== '' && lengthOf(task) <= MAX_TASK, {
    field: 'prompt',
    value: task === '' ? task : `${lengthOf(task)} characters`,
    remedy: `Use 1–${MAX_TASK} characters, the schema that is appended included.`,
  });
  demand((toolSpecs?.length ?? 0) <= MAX_TOOL_SPECS, {
    field: 'tools',
    value: toolSpecs?.length,
    remedy: `The service takes at most ${MAX_TOOL_SPECS}.`,
  });
}

/** @throws ValidationError */
export function checkClientToken(token: unknown): void {
  const usable =
    typeof token === 'string' &&
    token.length >= 33 &&
    token.length <= 256 &&
    /^[a-zA-Z0-9-]+$/.test(token) &&
    /^[^-]/.test(token) &&
    /[^-]$/.test(token);
  demand(token === undefined || usable, {
    field: 'clientToken',
    value: token,
    remedy: 'Use 33–256 letters, digits and hyphens within, such as a UUID, or leave it out.',
  });
}

/** @throws ValidationError */
export function checkInvokeStep({ callResults }: InvokeActStepInput): void {
  demand(callResults.length >= 1 && callResults.length <= MAX_CALL_RESULTS, {
    field: 'callResults',
    value: callResults.length,
    remedy: `A step has 1–${MAX_CALL_RESULTS} of them.`,
  });
}

/** @throws ValidationError */
export function checkPage({ maxResults, nextToken, sortOrder }: PageInput): void {
  const size = maxResults ?? 1;
  demand(Number.isInteger(size) && size >= 1 && size <= 100, {
    field: 'maxResults',
    value: maxResults,
    remedy: 'Use 1 to 100.',
  });
  demand(nextToken === undefined || /^\S{1,2048}$/.test(nextToken), {
    field: 'nextToken',
    value: nextToken,
    remedy: 'Pass on the one of the page before.',
  });
  demand(sortOrder === undefined || sortOrder === 'Ascending' || sortOrder === 'Descending', {
    field: 'sortOrder',
    value: sortOrder,
    remedy: "Use 'Ascending' or 'Descending'.",
  });
}

/** In characters as the service counts them: an emoji is one. */
function lengthOf(text: string): number {
  return text.length <= MAX_TASK ? text.length : [...text].length;
}

/** @throws ValidationError when it does not hold. */
export function demand(
  holds: boolean,
  fault: { field: string; value: unknown; remedy: string },
): void {
  if (!holds) throw new ValidationError('is not acceptable to the service', fault);
}
