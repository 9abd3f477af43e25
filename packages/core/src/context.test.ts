import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { bindContext, runInWorkflow, tryGetWorkflow } from './context.js';
import type { WorkflowBinding } from './workflow-binding.js';

const workflow = (name: string) => ({ workflowDefinitionName: name }) as WorkflowBinding;
const current = () => tryGetWorkflow()?.workflowDefinitionName;

describe('the context', () => {
  it('is empty outside of a workflow', () => {
    expect(current()).toBeUndefined();
  });

  it('reaches everything awaited, timed or queued inside', async () => {
    const seen = await runInWorkflow(workflow('a'), async () => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      const timer = current();
      const micro = await new Promise((resolve) => queueMicrotask(() => resolve(current())));
      return [timer, micro, ...(await Promise.all([1, 2].map(async () => current())))];
    });
    expect(seen).toEqual(['a', 'a', 'a', 'a']);
    expect(current()).toBeUndefined();
  });

  it('is shadowed by an inner workflow and comes back after it', () => {
    const seen = runInWorkflow(workflow('outer'), () => [
      current(),
      runInWorkflow(workflow('inner'), current),
      current(),
    ]);
    expect(seen).toEqual(['outer', 'inner', 'outer']);
  });

  it('comes back when the inner workflow throws', () => {
    runInWorkflow(workflow('outer'), () => {
      expect(() =>
        runInWorkflow(workflow('inner'), () => {
          throw new Error('x');
        }),
      ).toThrow();
      expect(current()).toBe('outer');
    });
  });

  it('is not mixed between workflows that overlap in time', async () => {
    const names = Array.from({ length: 20 }, (_, i) => `w${i}`);
    const seen = await Promise.all(
      names.map((name, i) =>
        runInWorkflow(workflow(name), async () => {
          await new Promise((resolve) => setTimeout(resolve, (i * 7) % 5));
          return current();
        }),
      ),
    );
    expect(seen).toEqual(names);
  });

  it('goes along with a bound function into an emitter made elsewhere', () => {
    const emitter = new EventEmitter();
    const seen: unknown[] = [];
    runInWorkflow(workflow('a'), () =>
      emitter.on(
        'x',
        bindContext(() => seen.push(current())),
      ),
    );
    runInWorkflow(workflow('b'), () => emitter.emit('x'));
    expect(seen).toEqual(['a']);
  });
});
