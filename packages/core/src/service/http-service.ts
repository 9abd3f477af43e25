import { randomUUID } from 'node:crypto';
import { ValidationError } from '../errors/index.js';
import { SDK_VERSION } from '../version.js';
import type {
  CreateActInput,
  CreateSessionInput,
  CreateWorkflowRunInput,
  InvokeActStepInput,
  InvokeActStepOutput,
  UpdateActInput,
  UpdateWorkflowRunInput,
} from '../wire/operations.js';
import { awsReads } from './aws-reads.js';
import {
  checkClientToken,
  checkCreateAct,
  checkCreateRun,
  checkInvokeStep,
} from './check-input.js';
import { type Connection, connect } from './connect.js';
import { cutError } from './cut-error.js';
import type { CallOptions, NovaActService } from './nova-act-service.js';
import { actPath, runPath, runsPath, sessionPath } from './paths.js';
import { readId, readNothing, readStep } from './read-answer.js';
import { type Send, senderOf } from './sender.js';
import type { ServiceOptions, ServiceSeams } from './service-options.js';
import type { Answer } from './transport/answer.js';

/** Of this client's protocol, which the service checks. */
export const COMPATIBILITY_VERSION = 1;
/** The only definition that the API-key surface has. */
export const API_KEY_DEFINITION = 'default';

/**
 * The operations over HTTP. Creating one sends nothing and reads no credentials. An operation rejects
 * with an `ActServiceError` or one of its kin, with an `AuthError` before anything is sent, or with
 * the reason of its signal as it is.
 */
export class HttpNovaActService implements NovaActService {
  readonly surface: 'aws' | 'api-key';
  readonly endpointUrl: string;
  readonly #send: Send;
  declare readonly getWorkflowRun?: NovaActService['getWorkflowRun'];
  declare readonly listWorkflowRuns?: NovaActService['listWorkflowRuns'];
  declare readonly listSessions?: NovaActService['listSessions'];
  declare readonly listActs?: NovaActService['listActs'];

  /** @param connection one that others share, in place of one of its own by `options`. */
  constructor(
    options: ServiceOptions & ServiceSeams = {},
    connection: Connection = connect(options),
  ) {
    this.endpointUrl = connection.endpointUrl;
    this.surface = connection.surface;
    this.#send = senderOf(connection);
    if (this.surface === 'aws') Object.assign(this, awsReads(this.#send));
  }

  async createWorkflowRun(input: CreateWorkflowRunInput, options?: CallOptions) {
    checkCreateRun(input);
    this.#demandDefinition(input.workflowDefinitionName);
    const { workflowDefinitionName, modelId, logGroupName } = input;
    const body = {
      modelId,
      clientToken: input.clientToken ?? randomUUID(),
      ...(logGroupName === undefined ? {} : { logGroupName }),
      clientInfo: { compatibilityVersion: COMPATIBILITY_VERSION, sdkVersion: SDK_VERSION },
    };
    const path = runsPath(workflowDefinitionName);
    const answer = await this.#put('CreateWorkflowRun', path, body, options);
    return { workflowRunId: readId(answer, 'workflowRunId') };
  }

  async updateWorkflowRun(input: UpdateWorkflowRunInput, options?: CallOptions): Promise<void> {
    const { status } = input;
    readNothing(await this.#put('UpdateWorkflowRun', runPath(input), { status }, options));
  }

  async createSession(input: CreateSessionInput, options?: CallOptions) {
    checkClientToken(input.clientToken);
    const body = { clientToken: input.clientToken ?? randomUUID() };
    const answer = await this.#put('CreateSession', `${runPath(input)}/sessions`, body, options);
    return { sessionId: readId(answer, 'sessionId') };
  }

  async createAct(input: CreateActInput, options?: CallOptions) {
    checkCreateAct(input);
    const { task, toolSpecs } = input;
    const body = {
      task,
      ...(toolSpecs?.length ? { toolSpecs } : {}),
      clientToken: input.clientToken ?? randomUUID(),
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

  #put(operation: string, path: string, body: object, options?: CallOptions): Promise<Answer> {
    return this.#send(operation, 'PUT', path, JSON.stringify(body), options);
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
