import { pause } from '../../deadline/pause.js';

/** The longest an act may take, and with it the longest pause that can end. */
const MAX_SECONDS = 1_800;

/** Pauses. Zero is not a pause but "let the page settle", which the caller does. */
export async function wait(seconds: number, signal: AbortSignal): Promise<void> {
  await pause(Math.min(Math.max(0, seconds), MAX_SECONDS) * 1000, signal);
}
