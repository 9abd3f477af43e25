import type { Config } from '../config.js';
import type { Clock } from '../deadline/clock.js';
import type { Logger } from '../logger.js';
import type { AuthOptions, AuthUse } from './auth/resolve-auth.js';
import type { RetryOptions } from './transport/retry-options.js';

/** How the service is reached. Without any, the AWS surface in us-east-1 with the default chain. */
export interface ServiceOptions extends AuthOptions {
  /**
   * The base URL. Default `AWS_ENDPOINT_URL_NOVA_ACT`, then `AWS_ENDPOINT_URL`, then
   * `endpoint_url` of the profile, then `https://nova-act.<region>.amazonaws.com`; with an API key `NOVA_ACT_ENDPOINT_URL`, then
   * `https://api.nova.amazon.com/agent`. https, or http on this machine.
   */
  endpointUrl?: string | undefined;
  /** How often and how fast a request is tried again. */
  retry?: RetryOptions | undefined;
  /** For each attempt, from sending it to the last byte of its answer; 1–300,000. Default 60,000. */
  requestTimeoutMs?: number | undefined;
  /**
   * A proxy for the service, STS and SSO: `http://user:password@host:port`; or false for none. Default:
   * `HTTPS_PROXY`, then `HTTP_PROXY`, except for the hosts of `NO_PROXY` and this machine. The
   * browser's is `proxy` of NovaAct.
   */
  proxy?: string | false | undefined;
  /**
   * Sends the requests to the service; it must heed their `signal`, and `proxy` is then its affair.
   * Credentials are looked for without it. Default: the platform's.
   */
  fetch?: typeof globalThis.fetch | undefined;
  /** Where warnings and requests are told. Default: silent, or standard error at `NOVA_ACT_LOG_LEVEL`. */
  logger?: Logger | undefined;
}

/** What tests and this library's own callers replace. */
export interface ServiceSeams {
  /** Who asks: the rules for what the environment may decide differ. Default `workflow`. */
  use?: AuthUse | undefined;
  /** The time that waits, timeouts and signatures go by. Default `systemClock`. */
  clock?: Clock | undefined;
  /** What the environment says. Default: it is read with `readConfig`. */
  config?: Config | undefined;
}
