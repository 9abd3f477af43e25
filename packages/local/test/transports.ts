import {
  createLocalService,
  type LocalService,
  type LocalServiceOptions,
  startLocalService,
} from '@nova-act/local';
import { apiKeyClient, awsClient, type Send, type Target } from './clients.js';

export type OpenTarget = Target &
  AsyncDisposable &
  Pick<LocalService, 'runs' | 'requests' | 'faults'>;

/** The two ways to a service. */
export const transports = {
  'in memory': async (options: LocalServiceOptions): Promise<OpenTarget> => ({
    ...createLocalService(options),
    origin: 'http://nova-act.test',
    [Symbol.asyncDispose]: async () => undefined,
  }),
  'over HTTP': async (options: LocalServiceOptions): Promise<OpenTarget> => {
    const service = await startLocalService(options);
    return { ...service, fetch: globalThis.fetch, origin: service.url };
  },
};
export const transportNames = Object.keys(transports) as (keyof typeof transports)[];

/** The two surfaces, and how they differ. */
export const surfaces = {
  AWS: {
    client: (target: Target): Send => awsClient(target),
    stepEnd: '/invoke-step/',
    requestId: 'x-amzn-requestid',
  },
  'API key': {
    client: (target: Target): Send => apiKeyClient(target),
    stepEnd: '/invoke-step',
    requestId: 'x-amz-rid',
  },
};
export const surfaceNames = Object.keys(surfaces) as (keyof typeof surfaces)[];
