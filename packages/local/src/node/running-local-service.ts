import type { LocalService } from '../service/local-service.js';
import type { LocalNovaActOptions, LocalWorkflowOptions } from './client-options.js';
import type { ServiceEnv } from './service-env.js';

/** A Nova Act service that listens on a port. */
export interface RunningLocalService extends LocalService, AsyncDisposable {
  /** The origin, such as `http://127.0.0.1:49152`: the endpoint of the AWS surface. */
  readonly url: string;
  /** The endpoint of the API-key surface. */
  readonly apiKeyUrl: string;
  /** Practice pages that are served beside the service. */
  readonly gymUrl: string;
  /**
   * What to set so that any Nova Act client uses this service: both endpoints, a key, AWS credentials and region, and
   * DOM capture. Holds both kinds of credentials; use {@link iamEnv} or {@link apiKeyEnv} where a client refuses to
   * guess between them.
   */
  readonly env: ServiceEnv;
  /**
   * `env` without the API key, for programs that use AWS credentials. What would lead such a program
   * elsewhere (a role, a session token, the key, and a profile where this process has one) is in it with an empty
   * text, which counts as unset. The Python SDK takes an empty key for one, and boto3 an empty profile: give those
   * what is not empty.
   */
  readonly iamEnv: ServiceEnv;
  /** `env` without the AWS credentials. */
  readonly apiKeyEnv: ServiceEnv;
  /** For `withWorkflow`, `Workflow` and `@workflow`: spread it, and they use this service, whatever the environment. */
  readonly workflowOptions: LocalWorkflowOptions;
  /**
   * For `NovaAct`: spread it, in a workflow that has `workflowOptions` and outside of any, where the run is one with
   * the API key.
   */
  readonly novaActOptions: LocalNovaActOptions;
  /** Breaks off what is under way and frees the port. May be called again. */
  stop(): Promise<void>;
}
