import { refuseUnknown } from '../options/refuse-unknown.js';
import { localServiceOptions } from './known-options.js';
import type { LocalService } from './local-service.js';
import type { LocalServiceOptions } from './local-service-options.js';
import { createServiceParts } from './service-parts.js';

/**
 * Makes a Nova Act service that answers in memory: no port, no network.
 *
 * The AWS surface is at the root of any origin, the API-key surface below `/agent`. Throws a TypeError that names each
 * option that is wrong.
 */
export function createLocalService(options: LocalServiceOptions = {}): LocalService {
  refuseUnknown(options, localServiceOptions);
  return createServiceParts(options).service;
}
