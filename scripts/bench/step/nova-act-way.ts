import type { RunningLocalService } from '@nova-act/local';
import { startRun, startSession } from '../session/bench-run.js';
import type { StopwatchModel } from './stopwatch-model.js';
import type { Way } from './way.js';

/** This library, settling by events or by pictures, through the whole of an act. */
export async function novaActWay(
  name: string,
  settle: 'events' | 'polling',
  service: RunningLocalService,
  model: StopwatchModel,
): Promise<Way> {
  const workflow = await startRun(service);
  const nova = await startSession(workflow, { settle });
  return {
    name,
    async measure(url, text) {
      model.types(text);
      await nova.page.goto(url);
      await nova.act('Click.');
      const { durationMs, arrivedAtMs, screenshotBase64 } = model.last();
      const doneAtMs = await nova.page.evaluate<unknown>('globalThis.doneAt');
      await nova.page.goto('about:blank');
      const lateMs = typeof doneAtMs === 'number' ? { lateMs: arrivedAtMs - doneAtMs } : {};
      return { durationMs, screenshotBase64, ...lateMs };
    },
    async [Symbol.asyncDispose]() {
      await nova.stop();
      await workflow.succeed();
    },
  };
}
