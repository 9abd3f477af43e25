import { HttpNovaActService } from './http-service.js';
import type { NovaActService as Operations } from './nova-act-service.js';
import type { ServiceOptions } from './service-options.js';

/** The run-time operations of the service, for programs that drive it without an act loop. */
export interface NovaActService extends Operations {}

/** Sends nothing when constructed. @throws AuthError, ValidationError */
export const NovaActService: new (options?: ServiceOptions) => NovaActService = HttpNovaActService;
