import type { PageInput } from '../wire/operations.js';
import { checkPage } from './check-input.js';
import type { CallOptions, ServiceReads } from './nova-act-service.js';
import { definitionPath, runPath, runsPath } from './paths.js';
import { readActs, readRun, readRuns, readSessions } from './read-summaries.js';
import type { Send } from './sender.js';
import type { Answer } from './transport/answer.js';

/** The token and the size of a page are in the query, its order in the body: so says the model. */
export function listOver(send: Send) {
  return (
    operation: string,
    path: string,
    { maxResults, nextToken, sortOrder }: PageInput,
    filter: Readonly<Record<string, string | undefined>> = {},
    options?: CallOptions,
  ): Promise<Answer> => {
    checkPage({ maxResults, nextToken, sortOrder });
    const members = Object.entries({ ...filter, maxResults, nextToken });
    const query = members.flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
    );
    const url = query.length > 0 ? `${path}?${query.join('&')}` : path;
    return send(operation, 'POST', url, JSON.stringify({ sortOrder }), options);
  };
}

/** What the AWS surface alone can be asked, and the service of an API key has no operation for. */
export function awsReads(send: Send): ServiceReads {
  const list = listOver(send);
  return {
    async getWorkflowRun(input, options) {
      return readRun(await send('GetWorkflowRun', 'GET', runPath(input), '', options));
    },
    async listWorkflowRuns(input, options) {
      const path = runsPath(input.workflowDefinitionName);
      return readRuns(await list('ListWorkflowRuns', path, input, {}, options));
    },
    async listSessions(input, options) {
      return readSessions(await list('ListSessions', runPath(input), input, {}, options));
    },
    async listActs(input, options) {
      const { workflowDefinitionName, workflowRunId, sessionId } = input;
      const path = `${definitionPath(workflowDefinitionName)}/acts`;
      return readActs(await list('ListActs', path, input, { workflowRunId, sessionId }, options));
    },
  };
}
