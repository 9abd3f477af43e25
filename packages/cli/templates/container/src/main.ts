import { z } from 'zod';
import { howManyMoons } from './how-many-moons.js';

const Payload = z.object({ planet: z.string().min(1) });

/** What the container is for: what it is invoked with goes in, what it answers comes out. */
export async function main(payload: unknown, signal: AbortSignal) {
  const { planet } = Payload.parse(payload);
  return { planet, moons: await howManyMoons(planet, signal) };
}
