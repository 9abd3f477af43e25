import type { Logger } from '../../logger.js';

/** For a run that has ended: nobody is there to be told, so a failure is logged. */
export async function closeQuietly(stop: () => Promise<void>, logger: Logger): Promise<void> {
  try {
    await stop();
  } catch (error) {
    logger.warn('A session of an ended run could not be closed', { error: String(error) });
  }
}
