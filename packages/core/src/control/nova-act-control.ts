import { ValidationError } from '../errors/index.js';
import { type KnownOptions, knownOptions } from '../options/known-options.js';
import { refuseUnknown } from '../options/refuse-unknown.js';
import { demand } from '../service/check-input.js';
import { type Connection, connect } from '../service/connect.js';
import { COMPATIBILITY_VERSION, HttpNovaActService } from '../service/http-service.js';
import { SEAM_NAMES, SERVICE_ELSEWHERE, SERVICE_OPTION_NAMES } from '../service/known-options.js';
import type { CallOptions, ServiceReads } from '../service/nova-act-service.js';
import { senderOf } from '../service/sender.js';
import type { ServiceOptions, ServiceSeams } from '../service/service-options.js';
import type {
  ModelCatalog,
  WorkflowDefinition,
  WorkflowDefinitionStatus,
  WorkflowDefinitionSummary,
} from '../wire/catalog.js';
import type {
  CreateActInput,
  CreateSessionInput,
  CreateWorkflowRunInput,
  InvokeActStepInput,
  InvokeActStepOutput,
  ListActsInput,
  ListSessionsInput,
  ListWorkflowRunsInput,
  PageInput,
  RunPath,
  UpdateActInput,
  UpdateWorkflowRunInput,
} from '../wire/operations.js';
import type {
  ActSummary,
  WorkflowRunRecord,
  WorkflowRunStatus,
  WorkflowRunSummary,
} from '../wire/records.js';
import { type Catalog, catalogOver } from './catalog.js';
import {
  type CreateWorkflowDefinitionInput,
  checkCreate,
  checkEnsure,
  type EnsureWorkflowDefinitionInput,
} from './definition-input.js';
import { ensureDefinition } from './ensure-definition.js';
import { type Listing, type ListOptions, listing } from './listing.js';
import { tellOfModels } from './tell-of-models.js';
import {
  type ReadTraceOptions,
  readTrace,
  type Traced,
  type TraceFile,
} from './trace/read-trace.js';

const CONTROL_OPTIONS: KnownOptions = knownOptions<ServiceOptions & ServiceSeams>(
  'NovaActControl',
  { ...SERVICE_OPTION_NAMES, ...SEAM_NAMES },
  { ...SERVICE_ELSEWHERE, workflowDefinitionName: 'Give it to each operation.' },
);

/** Which definition is meant. */
export interface WorkflowDefinitionPath {
  /** The name of the definition. */
  workflowDefinitionName: string;
}

/**
 * All 16 operations of the service, named as AWS names them, for what stands around the runs: definitions,
 * and runs, sessions, acts and models as the service has them. Inputs are AWS's, checked before anything is
 * sent; times are `Date`s; lists are gone through with `for await`. Requests are signed, tried again and cut
 * off as everywhere in this library.
 *
 * The surface of an API key has six of them: `createWorkflowRun`, `updateWorkflowRun`, `createSession`,
 * `createAct`, `invokeActStep` and `updateAct`, with the definition `default`. The others reject there with
 * a `ValidationError`.
 *
 * Every operation rejects with an `ActServiceError` or one of its kin, whose message names the call that
 * mends it; with an `AuthError`; a `ValidationError`; or the reason of its `signal`, as it is.
 *
 * https://docs.aws.amazon.com/nova-act/latest/APIReference/API_Operations.html
 */
export class NovaActControl {
  /** Which service is spoken to: AWS, or that of API keys. */
  readonly surface: 'aws' | 'api-key';
  /** The base URL of its requests. */
  readonly endpointUrl: string;
  readonly #connection: Connection;
  readonly #service: HttpNovaActService;
  readonly #catalog: Catalog;

  /**
   * Nothing is sent and no credentials are looked for yet.
   * @throws AuthError when the kind of authentication is not clear; ValidationError.
   */
  constructor(options: ServiceOptions = {}) {
    refuseUnknown(options, CONTROL_OPTIONS);
    this.#connection = connect(options);
    this.surface = this.#connection.surface;
    this.endpointUrl = this.#connection.endpointUrl;
    this.#service = new HttpNovaActService(options, this.#connection);
    this.#catalog = catalogOver(senderOf(this.#connection));
  }

  /**
   * The workflow definition of this name, created if there is none. May be called by many processes at once,
   * before every run.
   * @throws WorkflowDefinitionMismatchError when there is one that exports to another place;
   *   ActConflictError when there is one that is being deleted.
   */
  async ensureWorkflowDefinition(
    input: EnsureWorkflowDefinitionInput,
    options: CallOptions = {},
  ): Promise<WorkflowDefinition> {
    const catalog = this.#aws('GetWorkflowDefinition');
    checkEnsure(input);
    return ensureDefinition(catalog, input, options, this.#connection.transport.clock);
  }

  /** @throws ActConflictError when there is one of this name: see `ensureWorkflowDefinition`. */
  async createWorkflowDefinition(
    input: CreateWorkflowDefinitionInput,
    options?: CallOptions,
  ): Promise<{
    /** `ACTIVE`, once it can be used. */
    readonly status: WorkflowDefinitionStatus;
  }> {
    const catalog = this.#aws('CreateWorkflowDefinition');
    checkCreate(input);
    return catalog.create(input, options);
  }

  /** The workflow definition of this name. @throws ActNotFoundError when there is none. */
  async getWorkflowDefinition(
    { workflowDefinitionName }: WorkflowDefinitionPath,
    options?: CallOptions,
  ): Promise<WorkflowDefinition> {
    return this.#aws('GetWorkflowDefinition').get(workflowDefinitionName, options);
  }

  /** All definitions of the account in this region. */
  listWorkflowDefinitions(
    input: PageInput = {},
    options: ListOptions = {},
  ): Listing<WorkflowDefinitionSummary> {
    return listing('ListWorkflowDefinitions', input, options, async (page, call) =>
      this.#aws('ListWorkflowDefinitions').list(page, call),
    );
  }

  /** Deletes it with all of its runs, which cannot be undone; it is `DELETING` for some time. */
  async deleteWorkflowDefinition(
    { workflowDefinitionName }: WorkflowDefinitionPath,
    options?: CallOptions,
  ): Promise<{
    /** `DELETING`, until all of it is gone. */
    readonly status: WorkflowDefinitionStatus;
  }> {
    return this.#aws('DeleteWorkflowDefinition').remove(workflowDefinitionName, options);
  }

  /** A run by hand, whose end is then yours; `Workflow` of `@nova-act/workflow` ends its own. */
  async createWorkflowRun(
    input: CreateWorkflowRunInput,
    options?: CallOptions,
  ): Promise<{
    /** The id of the new run. */
    workflowRunId: string;
  }> {
    return this.#service.createWorkflowRun(input, options);
  }

  /** A run with its model and its group of logs. @throws ActNotFoundError when there is none. */
  async getWorkflowRun(input: RunPath, options?: CallOptions): Promise<WorkflowRunRecord> {
    return this.#reads('GetWorkflowRun').getWorkflowRun(input, options);
  }

  /** The runs of one definition; newest first unless `sortOrder` says otherwise. */
  listWorkflowRuns(
    input: ListWorkflowRunsInput,
    options: ListOptions = {},
  ): Listing<WorkflowRunSummary> {
    return listing('ListWorkflowRuns', input, options, async (page, call) => {
      const reads = this.#reads('ListWorkflowRuns');
      const answer = await reads.listWorkflowRuns({ ...input, ...page }, call);
      const { workflowRunSummaries: items, ...rest } = answer;
      return { items, ...rest };
    });
  }

  /** @throws ActConflictError when it has ended already. */
  async updateWorkflowRun(input: UpdateWorkflowRunInput, options?: CallOptions): Promise<void> {
    return this.#service.updateWorkflowRun(input, options);
  }

  /** Deletes its record with its sessions and acts; a run that goes on is stopped. */
  async deleteWorkflowRun(
    input: RunPath,
    options?: CallOptions,
  ): Promise<{
    /** `DELETING`, until all of it is gone. */
    readonly status: WorkflowRunStatus;
  }> {
    return this.#aws('DeleteWorkflowRun').removeRun(input, options);
  }

  /** A session of a run, for acts that are made by hand; `NovaAct` makes its own. */
  async createSession(
    input: CreateSessionInput,
    options?: CallOptions,
  ): Promise<{
    /** The id of the new session. */
    sessionId: string;
  }> {
    return this.#service.createSession(input, options);
  }

  /** The sessions of one run. */
  listSessions(
    input: ListSessionsInput,
    options: ListOptions = {},
  ): Listing<{
    /** The id of a session of the run. */
    readonly sessionId: string;
  }> {
    return listing('ListSessions', input, options, async (page, call) => {
      const answer = await this.#reads('ListSessions').listSessions({ ...input, ...page }, call);
      const { sessionSummaries: items, ...rest } = answer;
      return { items, ...rest };
    });
  }

  /** An act of a session, by hand: what is to be done (`task`), and the tools that the agent is offered. */
  async createAct(
    input: CreateActInput,
    options?: CallOptions,
  ): Promise<{
    /** The id of the new act. */
    actId: string;
  }> {
    return this.#service.createAct(input, options);
  }

  /** The acts of a definition, a run or a session: whichever is given. */
  listActs(input: ListActsInput, options: ListOptions = {}): Listing<ActSummary> {
    return listing('ListActs', input, options, async (page, call) => {
      const answer = await this.#reads('ListActs').listActs({ ...input, ...page }, call);
      const { actSummaries: items, ...rest } = answer;
      return { items, ...rest };
    });
  }

  /** Has no client token: a step that is sent twice may be billed twice. */
  async invokeActStep(
    input: InvokeActStepInput,
    options?: CallOptions,
  ): Promise<InvokeActStepOutput> {
    return this.#service.invokeActStep(input, options);
  }

  /** @throws ActConflictError when it has ended already. */
  async updateAct(input: UpdateActInput, options?: CallOptions): Promise<void> {
    return this.#service.updateAct(input, options);
  }

  /**
   * The models that this client may use, and the others. Those that are `LEGACY` or `DEPRECATED` are warned of
   * through the `logger`.
   */
  async listModels(
    input: { clientCompatibilityVersion?: number | undefined } = {},
    options?: CallOptions,
  ): Promise<ModelCatalog> {
    const catalog = this.#aws('ListModels');
    const { clientCompatibilityVersion: version = COMPATIBILITY_VERSION } = input;
    demand(Number.isInteger(version) && version >= 0, {
      field: 'clientCompatibilityVersion',
      value: version,
      remedy: `Use a whole number, or leave it out for that of this client, ${COMPATIBILITY_VERSION}.`,
    });
    const models = await catalog.models(version, options);
    tellOfModels(models, this.#connection.transport.logger);
    return models;
  }

  /**
   * The files that the service exported to S3 of an act or a run, each to be fetched when it is wanted: with
   * the credentials that the service is asked with, which need `s3:ListBucket` and `s3:GetObject`. AWS documents
   * neither how a location is written nor what lies there but the files' names, `step_{N}.json`: so all objects
   * are listed whose keys begin with the location. Of a session: read the trace of each of its acts.
   * @throws ValidationError where there is no location; StorageError, from the loop, for what S3 refuses.
   */
  readTrace(traced: Traced, options: ReadTraceOptions = {}): Listing<TraceFile> {
    demandAws(this.surface, 'export of traces');
    return readTrace(traced, this.#connection, options);
  }

  #aws(operation: string): Catalog {
    demandAws(this.surface, operation);
    return this.#catalog;
  }

  #reads(operation: string): ServiceReads {
    demandAws(this.surface, operation);
    return this.#service as ServiceReads;
  }
}

function demandAws(surface: 'aws' | 'api-key', operation: string): void {
  if (surface === 'aws') return;
  throw new ValidationError(`has no ${operation}`, {
    field: 'apiKey',
    remedy: 'Use IAM: the service of an API key knows nothing but runs, as they go on.',
  });
}
