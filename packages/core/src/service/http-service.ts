import { randomUUID } from 'node:crypto';
import { ValidationError } from '../errors/index.js';
import { SDK_VERSION } from '../version.js';
import type {
  ActPath,
  CreateActInput,
  CreateWorkflowRunInput,
  InvokeActStepInput,
  InvokeActStepOutput,
  RunPath,
  SessionPath,
  UpdateActInput,
  UpdateWorkflowRunInput,
  WorkflowRunStatus,
} from '../wire/operations.js';
import {
  checkCreateAct,
  checkCreateRun,
  checkDefinitionName,
  checkInvokeStep,
} from './check-input.js';
import { connect } from './connect.js';
import { cutError } from './cut-error.js';
import type { CallOptions, NovaActService } from './nova-act-service.js';
import { readId, readNothing, readRunStatus, readStep } from './read-answer.js';
import type { ServiceOptions, ServiceSeams } from './service-options.js';
import type { Answer } from './transport/answer.js';
import { send, type Transport } from './transport/send.js';

/** Of this client's protocol, which the service checks. */
const COMPATIBILITY_VERSION = 1;
/** The only definition that the API-key surface has. */
export const API_KEY_DEFINITION = 'default';

const HEADERS = {
  'content-type': 'application/json',
  'x-client-source': 'sdk',
  'user-agent': `nova-act-typescript/${SDK_VERSION} node/${process.versions.node} NovaActSdk/${SDK_VERSION}`,
};

/**
 * The operations over HTTP. Creating one sends nothing and reads no credentials. An operation rejects
 * with an `ActServiceError` or one of its kin, with an `AuthError` before anything is sent, or with
 * the reason of its signal as it is.
 */
export class HttpNovaActService implements NovaActService {
  readonly surface: 'aws' | 'api-key';
  readonly endpointUrl: string;
  readonly #transport: Transport;
  readonly getWorkflowRun?: NonNullable<NovaActService['getWorkflowRun']>;

  constructor(options: ServiceOptions & ServiceSeams = {}) {
    const { endpointUrl, transport } = connect(options);
    this.endpointUrl = endpointUrl;
    this.surface = transport.authorizer.kind === 'iam' ? 'aws' : 'api-key';
    this.#transport = transport;
    if (this.surface === 'aws') this.getWorkflowRun = (...args) => this.#getWorkflowRun(...args);
  }

  async createWorkflowRun(input: CreateWorkflowRunInput, options?: CallOptions) {
    checkCreateRun(input);
    this.#demandDefinition(input.workflowDefinitionName);
    const { workflowDefinitionName, modelId, logGroupName } = input;
    const body = {
      modelId,
      clientToken: randomUUID(),
      ...(logGroupName === undefined ? {} : { logGroupName }),
      clientInfo: { compatibilityVersion: COMPATIBILITY_VERSION, sdkVersion: SDK_VERSION },
    };
    const path = `${definitionPath(workflowDefinitionName)}/workflow-runs`;
    const answer = await this.#put('CreateWorkflowRun', path, body, options);
    return { workflowRunId: readId(answer, 'workflowRunId') };
  }

  async updateWorkflowRun(input: UpdateWorkflowRunInput, options?: CallOptions): Promise<void> {
    const { status } = input;
    readNothing(await this.#put('UpdateWorkflowRun', runPath(input), { status }, options));
  }

  async createSession(input: RunPath, options?: CallOptions) {
    const body = { clientToken: randomUUID() };
    const answer = await this.#put('CreateSession', `${runPath(input)}/sessions`, body, options);
    return { sessionId: readId(answer, 'sessionId') };
  }

  async createAct(input: CreateActInput, options?: CallOptions) {
    checkCreateAct(input);
    const { task, toolSpecs } = input;
    const body = {
      task,
      ...(toolSpecs?.length ? { toolSpecs } : {}),
      clientToken: randomUUID(),
    };
    const answer = await this.#put('CreateAct', `${sessionPath(input)}/acts`, body, options);
    return { actId: readId(answer, 'actId') };
  }

  async invokeActStep(
    input: InvokeActStepInput,
    options?: CallOptions,
  ): Promise<InvokeActStepOutput> {
    checkInvokeStep(input);
    const { callResults, previousStepId } = input;
    const body = { callResults, ...(previousStepId === undefined ? {} : { previousStepId }) };
    const slash = this.surface === 'aws' ? '/' : '';
    const path = `${actPath(input)}/invoke-step${slash}`;
    return readStep(await this.#put('InvokeActStep', path, body, options));
  }

  async updateAct(input: UpdateActInput, options?: CallOptions): Promise<void> {
    const { status, error } = input;
    const body = { status, ...(error === undefined ? {} : { error: cutError(error) }) };
    readNothing(await this.#put('UpdateAct', actPath(input), body, options));
  }

  async #getWorkflowRun(
    input: RunPath,
    options?: CallOptions,
  ): Promise<{ status: WorkflowRunStatus }> {
    const request = this.#request('GET', runPath(input), '');
    const answer = await send(this.#transport, 'GetWorkflowRun', request, options?.signal);
    return { status: readRunStatus(answer) };
  }

  /** The body is written once, so that every attempt sends the same client token. */
  #put(operation: string, path: string, body: object, options?: CallOptions): Promise<Answer> {
    const request = this.#request('PUT', path, JSON.stringify(body));
    return send(this.#transport, operation, request, options?.signal);
  }

  #request(method: string, path: string, body: string) {
    return { method, url: `${this.endpointUrl}${path}`, headers: HEADERS, body };
  }

  #demandDefinition(name: string): void {
    if (this.surface === 'aws' || name === API_KEY_DEFINITION) return;
    throw new ValidationError('is not on the API-key surface', {
      field: 'workflowDefinitionName',
      value: name,
      remedy: `With an API key it is always "${API_KEY_DEFINITION}".`,
    });
  }
}

function definitionPath(name: string): string {
  checkDefinitionName(name);
  return `/workflow-definitions/${name}`;
}

function runPath({ workflowDefinitionName, workflowRunId }: RunPath): string {
  const run = encodeURIComponent(workflowRunId);
  return `${definitionPath(workflowDefinitionName)}/workflow-runs/${run}`;
}

function sessionPath(path: SessionPath): string {
  return `${runPath(path)}/sessions/${encodeURIComponent(path.sessionId)}`;
}

function actPath(path: ActPath): string {
  return `${sessionPath(path)}/acts/${encodeURIComponent(path.actId)}`;
}
