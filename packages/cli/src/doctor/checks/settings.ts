import { readConfig } from '@nova-act/core/runtime';
import type { Environment } from '../../service/run-arguments.js';
import { type Check, ok, warning } from '../check.js';

/** Variables that are set to what cannot be read, and so are not used. */
export const settingsCheck = (env: Environment): Check => ({
  name: 'settings',
  deadlineMs: 1_000,
  look() {
    const complaints: { said: string; remedy: string }[] = [];
    const warn = (said: string, { remedy }: { remedy?: unknown } = {}) =>
      void complaints.push({ said, remedy: String(remedy ?? '') });
    readConfig(env, { debug() {}, info() {}, warn, error() {} });
    const names = Object.keys(env).filter((name) => name.startsWith('NOVA_ACT_') && env[name]);
    const facts = { set: names };
    if (complaints.length === 0) {
      return ok(
        names.length === 0 ? 'no NOVA_ACT_… is set' : `${names.join(', ')} can be read`,
        facts,
      );
    }
    return warning(
      complaints.map(({ said }) => said).join('; '),
      complaints.map(({ remedy }) => remedy).join(' '),
      facts,
    );
  },
});
