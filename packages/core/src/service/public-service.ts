import { HttpNovaActService } from './http-service.js';
import type { NovaActService as Operations } from './nova-act-service.js';
import type { ServiceOptions } from './service-options.js';

/** The run-time operations of the service, over either surface. */
export type NovaActService = Operations;

/**
 * The service by itself, for programs that want its operations and no agent loop. Sends nothing and
 * looks for no credentials before the first operation.
 * @throws AuthError when the kind of authentication is not clear; ValidationError.
 */
export const NovaActService: new (options?: ServiceOptions) => NovaActService = HttpNovaActService;
