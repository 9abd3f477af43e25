import { randomUUID } from 'node:crypto';
import type { Page } from '../service/all-pages.js';
import { listOver } from '../service/aws-reads.js';
import type { CallOptions } from '../service/nova-act-service.js';
import { definitionPath, runPath } from '../service/paths.js';
import type { Send } from '../service/sender.js';
import type {
  ModelCatalog,
  WorkflowDefinition,
  WorkflowDefinitionStatus,
  WorkflowDefinitionSummary,
} from '../wire/catalog.js';
import type { PageInput, RunPath } from '../wire/operations.js';
import type { WorkflowRunStatus } from '../wire/records.js';
import type { CreateWorkflowDefinitionInput } from './definition-input.js';
import {
  readDefinition,
  readDefinitionStatus,
  readDefinitions,
  readModels,
  readRunStatus,
} from './read-catalog.js';

/** The operations that no run needs while it goes on: definitions, models, and the end of records. */
export interface Catalog {
  create(
    input: CreateWorkflowDefinitionInput,
    options?: CallOptions,
  ): Promise<{ readonly status: WorkflowDefinitionStatus }>;
  get(name: string, options?: CallOptions): Promise<WorkflowDefinition>;
  list(page: PageInput, options?: CallOptions): Promise<Page<WorkflowDefinitionSummary>>;
  remove(
    name: string,
    options?: CallOptions,
  ): Promise<{ readonly status: WorkflowDefinitionStatus }>;
  removeRun(run: RunPath, options?: CallOptions): Promise<{ readonly status: WorkflowRunStatus }>;
  models(clientCompatibilityVersion: number, options?: CallOptions): Promise<ModelCatalog>;
}

export function catalogOver(send: Send): Catalog {
  const list = listOver(send);
  return {
    async create({ name, description, exportConfig, clientToken }, options) {
      const body = JSON.stringify({
        name,
        description,
        exportConfig,
        clientToken: clientToken ?? randomUUID(),
      });
      const path = '/workflow-definitions';
      return readDefinitionStatus(
        await send('CreateWorkflowDefinition', 'PUT', path, body, options),
      );
    },
    async get(name, options) {
      const path = definitionPath(name);
      return readDefinition(await send('GetWorkflowDefinition', 'GET', path, '', options));
    },
    async list(page, options) {
      const answer = await list(
        'ListWorkflowDefinitions',
        '/workflow-definitions',
        page,
        {},
        options,
      );
      return readDefinitions(answer);
    },
    async remove(name, options) {
      const path = definitionPath(name);
      return readDefinitionStatus(
        await send('DeleteWorkflowDefinition', 'DELETE', path, '', options),
      );
    },
    async removeRun(run, options) {
      return readRunStatus(await send('DeleteWorkflowRun', 'DELETE', runPath(run), '', options));
    },
    async models(version, options) {
      const path = `/models?clientCompatibilityVersion=${version}`;
      return readModels(await send('ListModels', 'POST', path, '{}', options));
    },
  };
}
