import { basename, dirname, join } from 'node:path';
import { fileMemory, NovaAct } from '@nova-act/core';
import { Workflow } from '@nova-act/workflow';
import { test } from 'vitest';

/** With `nova`: a session in a run of its own for each test. Its acts are remembered beside the test file. */
export const it = test.extend<{ nova: NovaAct }>({
  nova: async ({ task }, use) => {
    const { filepath } = task.file;
    const memory = fileMemory(join(dirname(filepath), '__acts__', basename(filepath)));
    const workflow = await Workflow.start({ workflowDefinitionName: 'my-agent' });
    try {
      await NovaAct.use({ workflow, memory }, (nova) => use(nova));
    } finally {
      const passed = task.result?.state === 'pass';
      await (passed ? workflow.succeed() : workflow.fail());
    }
  },
});
