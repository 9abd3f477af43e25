import type { RunningLocalService } from './running-local-service.js';
import { startLocalService } from './start-local-service.js';
import type { StartLocalServiceOptions } from './start-options.js';

/**
 * Starts a Nova Act service on this machine, runs `body` and stops the service, however `body` ends; gives what it
 * resolves to.
 *
 * Rejects with what `body` throws (a failing stop is on it as `suppressed`), and as `startLocalService` does.
 */
export async function useLocalService<T>(
  options: StartLocalServiceOptions,
  body: (service: RunningLocalService) => T,
): Promise<Awaited<T>> {
  const service = await startLocalService(options);
  let result: Awaited<T>;
  try {
    result = await body(service);
  } catch (error) {
    await service.stop().catch((failure: unknown) => keep(error, failure));
    throw error;
  }
  await service.stop();
  return result;
}

/** The caller is told what went wrong first, and finds what came after it as `suppressed`. */
function keep(error: unknown, later: unknown): void {
  if (error instanceof Error && Object.isExtensible(error))
    Object.assign(error, { suppressed: [later] });
}
