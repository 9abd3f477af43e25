import { allRunsEnded } from '@nova-act/workflow';
import { z } from 'zod';
import { howManyMoons } from './how-many-moons.js';

const Payload = z.object({ planet: z.string().min(1) });

/** What of Lambda's context is used. */
interface LambdaContext {
  getRemainingTimeInMillis(): number;
}

/** Time to end the run and the browser before Lambda ends the process. */
const CLOSING_MS = 10_000;

export async function handler(event: unknown, context: LambdaContext) {
  const { planet } = Payload.parse(event);
  const left = Math.max(1, context.getRemainingTimeInMillis() - CLOSING_MS);
  try {
    return { planet, moons: await howManyMoons(planet, AbortSignal.timeout(left)) };
  } finally {
    // After its answer Lambda lets nothing go on: what was ended early is on record before.
    await allRunsEnded();
  }
}
