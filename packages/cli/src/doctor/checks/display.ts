import { readConfig, silentLogger } from '@nova-act/core/runtime';
import type { Environment } from '../../service/run-arguments.js';
import { type Check, failed, ok } from '../check.js';

/** Whether a window can be shown, and is. */
export const displayCheck = (env: Environment): Check => ({
  name: 'display',
  deadlineMs: 1_000,
  look() {
    const { hasDisplay, headless } = readConfig(env, silentLogger);
    const facts = { hasDisplay, headless: headless ?? !hasDisplay };
    if (headless === false && !hasDisplay) {
      return failed(
        'NOVA_ACT_HEADLESS asks for a window, and there is no display',
        'Unset NOVA_ACT_HEADLESS, or set DISPLAY (xvfb-run does).',
        facts,
      );
    }
    if (!hasDisplay) return ok('there is none: browsers run without a window', facts);
    return ok(`there is one: browsers run ${facts.headless ? 'without' : 'with'} a window`, facts);
  },
});
