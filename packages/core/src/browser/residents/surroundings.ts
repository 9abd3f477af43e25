import { preempt } from '../../deadline/pre-empt.js';
import { grantsOf } from '../surroundings/granted-permissions.js';
import type { SurroundingsOptions } from '../surroundings/surroundings-options.js';
import type { Resident } from './resident.js';

/**
 * Puts the browser in its place and grants its pages what they may do there. A context opened for the
 * session takes both with it; over CDP both end with the connection.
 */
export function surroundings(options: SurroundingsOptions): Resident {
  const { geolocation } = options;
  return {
    async moveIn({ context }, { signal }) {
      if (geolocation) {
        const { latitude, longitude, accuracy = 0 } = geolocation;
        await preempt(context.setGeolocation({ latitude, longitude, accuracy }), signal);
      }
      for (const [origin, permissions] of grantsOf(options)) {
        const where = origin === undefined ? {} : { origin };
        await preempt(context.grantPermissions(permissions, where), signal);
      }
    },
  };
}
