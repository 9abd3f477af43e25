import { HttpNovaActService } from './http-service.js';
import type { NovaActService } from './nova-act-service.js';
import type { ServiceOptions, ServiceSeams } from './service-options.js';

/**
 * The service, on the surface that the options name. Sends nothing and looks for no credentials:
 * that is for the first request.
 * @throws AuthError when the kind of authentication is not clear; ValidationError.
 */
export function createNovaActService(options: ServiceOptions & ServiceSeams = {}): NovaActService {
  return new HttpNovaActService(options);
}
