import type {
  ListActsOutput,
  ListSessionsOutput,
  ListWorkflowRunsOutput,
} from '../wire/operations.js';
import type { ActSummary, WorkflowRunRecord, WorkflowRunSummary } from '../wire/records.js';
import {
  idIn,
  oneOf,
  optional,
  pageOf,
  textIn,
  timeIn,
  traceLocationIn,
  type Within,
  whole,
} from './read-members.js';
import type { Answer } from './transport/answer.js';

const RUN_STATUSES = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'DELETING'] as const;
const ACT_STATUSES = [
  'RUNNING',
  'PENDING_CLIENT_ACTION',
  'PENDING_HUMAN_ACTION',
  'SUCCEEDED',
  'FAILED',
  'TIMED_OUT',
] as const;

/** @throws ActBadResponseError, as all of these do for what is not as the service's model says. */
export function readRun(answer: Answer): WorkflowRunRecord {
  const within = whole(answer);
  return {
    ...runOf(within),
    modelId: textIn(within, 'modelId'),
    ...optional(within, 'logGroupName', textIn),
  };
}

export function readRuns(answer: Answer): ListWorkflowRunsOutput {
  const { items, ...rest } = pageOf(answer, 'workflowRunSummaries');
  return { workflowRunSummaries: items.map(runOf), ...rest };
}

export function readSessions(answer: Answer): ListSessionsOutput {
  const { items, ...rest } = pageOf(answer, 'sessionSummaries');
  const sessionSummaries = items.map((item) => ({ sessionId: idIn(item, 'sessionId') }));
  return { sessionSummaries, ...rest };
}

export function readActs(answer: Answer): ListActsOutput {
  const { items, ...rest } = pageOf(answer, 'actSummaries');
  return { actSummaries: items.map(actOf), ...rest };
}

function runOf(within: Within): WorkflowRunSummary {
  return {
    workflowRunArn: textIn(within, 'workflowRunArn'),
    workflowRunId: idIn(within, 'workflowRunId'),
    status: oneOf(within, 'status', RUN_STATUSES),
    ...timesOf(within),
  };
}

function actOf(within: Within): ActSummary {
  return {
    workflowRunId: idIn(within, 'workflowRunId'),
    sessionId: idIn(within, 'sessionId'),
    actId: idIn(within, 'actId'),
    status: oneOf(within, 'status', ACT_STATUSES),
    ...timesOf(within),
  };
}

const timesOf = (within: Within) => ({
  startedAt: timeIn(within, 'startedAt'),
  ...optional(within, 'endedAt', timeIn),
  ...optional(within, 'traceLocation', traceLocationIn),
});
