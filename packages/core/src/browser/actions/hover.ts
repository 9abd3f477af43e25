import { AgentRedirectError } from '../../errors/index.js';
import type { JsonValue } from '../../wire/json.js';
import type { Box } from '../actuator.js';
import { describe } from '../frames/describe.js';
import { locate } from '../frames/locate.js';
import type { Hand } from './hand.js';
import { centreOf, movePointer } from './pointer.js';

/** Moves the pointer to the centre of the box, and says what is there. */
export async function hover(hand: Hand, box: Box): Promise<JsonValue> {
  const point = centreOf(box);
  const target = await locate(hand.sessions, point);
  if (!target) throw new AgentRedirectError('There is nothing at the centre of the box.');
  const hit = await describe(target.node);
  await movePointer(hand, point);
  return { hit };
}
