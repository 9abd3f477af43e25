import { networkSettings } from '@nova-act/core/runtime';
import type { Environment } from '../../service/run-arguments.js';
import { type Check, ok } from '../check.js';

/** Which way out the environment names. Its host is told and nothing else: the rest may be a password. */
export const proxyCheck = (env: Environment): Check => ({
  name: 'proxy',
  deadlineMs: 1_000,
  look() {
    const bundle = env['AWS_CA_BUNDLE'] || undefined;
    const trusted = bundle === undefined ? undefined : { path: bundle, where: 'AWS_CA_BUNDLE' };
    const { proxy, noProxy, extraCa } = networkSettings(undefined, env, trusted);
    const named = [bundle, extraCa].filter((path) => path !== undefined);
    const certificates = [...new Set(named)];
    const host = proxy === undefined ? undefined : new URL(proxy).host;
    const words = [
      host === undefined ? 'none is set' : host,
      host !== undefined && noProxy !== '' ? `not for ${noProxy}` : '',
      certificates.length > 0 ? `certificates of ${certificates.join(' and ')}` : '',
    ];
    return ok(words.filter(Boolean).join(', '), { host, noProxy, certificates });
  },
});
