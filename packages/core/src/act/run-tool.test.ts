import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { actEnvironment } from '../../test/support/act-environment.js';
import { fakeActuator } from '../../test/support/fake-actuator.js';
import { fakeClock } from '../../test/support/fake-clock.js';
import { ActToolError, AgentRedirectError } from '../errors/index.js';
import { tool } from '../tools/tool.js';
import type { ToolContext } from '../tools/tool-context.js';
import type { ToolDefinition } from '../tools/tool-definition.js';
import { checkActOptions } from './check-act-options.js';
import { runAct } from './run-act.js';

const aPage = (url = 'https://example.test/') => ({ url: () => url }) as Page;

/** An act in which the agent calls the tool once, and returns. */
function actWith(
  part: Partial<ToolDefinition<Record<string, never>>>,
  parts: Partial<Parameters<typeof actEnvironment>[1]> = {},
) {
  const one = tool({ name: 'one', description: 'd', inputSchema: {}, execute: () => 1, ...part });
  const tools = new Map([[one.name, one]]);
  const around = actEnvironment([[['one', {}]], [['return']]], { tools, ...parts });
  const done = runAct(around.env, 'Do it', checkActOptions({}), undefined);
  const told = () => around.service.steps[1]?.callResults[0]?.content[0]?.text;
  return { ...around, done, told };
}

describe('a tool', () => {
  it('is told of the act, the step, the page and where to log', async () => {
    let given: ToolContext | undefined;
    const page = aPage();
    const { done, env } = actWith(
      {
        execute: (_, context) => {
          given = { ...context };
        },
      },
      { actuator: fakeActuator({ page, pages: [page] }) },
    );
    await done;
    expect(given).toMatchObject({ act: { prompt: 'Do it', step: 1 }, actId: 'act-1', page });
    expect(given?.logger).toBe(env.logger);
  });

  it('that fails ends the act', async () => {
    const execute = () => Promise.reject(new Error('it is down'));
    await expect(actWith({ execute }).done).rejects.toBeInstanceOf(ActToolError);
  });

  it('that fails is told to the agent, which goes on, with onError: tell', async () => {
    const execute = () => Promise.reject(new Error('it is down'));
    const { done, told } = actWith({ execute, onError: 'tell' });
    await done;
    expect(told()).toBe('AgentRedirectError: The tool one failed: it is down');
  });

  it('that takes too long is aborted, and the agent goes on without it', async () => {
    const clock = fakeClock();
    let signal: AbortSignal | undefined;
    let called = () => {};
    const begun = new Promise<void>((resolve) => {
      called = resolve;
    });
    const execute = (_: unknown, context: ToolContext) => {
      signal = context.signal;
      called();
      return new Promise(() => {});
    };
    const { done, told } = actWith({ execute, timeoutMs: 5_000 }, { clock });
    await begun;
    clock.advance(4_999);
    expect(signal?.aborted).toBe(false);
    clock.advance(1);
    await done;
    expect(signal?.aborted).toBe(true);
    expect(told()).toMatch(/^AgentRedirectError: The tool one was not done after 5000 ms/);
  });

  it('leaves no timer behind when it is done in time', async () => {
    const clock = fakeClock();
    const { done, told } = actWith({ timeoutMs: 5_000 }, { clock });
    await done;
    clock.advance(10_000);
    expect(told()).toBe('1');
  });
});

describe('after a tool', () => {
  const settles = async (
    actuator: ReturnType<typeof fakeActuator>,
    execute: (context: ToolContext) => unknown,
  ) => {
    await actWith({ execute: (_, context) => execute(context) }, { actuator }).done;
    return actuator.did;
  };
  // The look that opens an act, and the one after a program that did not ask for it.
  const BARE = ['settle', 'observe', 'settle', 'observe'];

  it('that left the page alone, nothing is waited for', async () => {
    const page = aPage();
    expect(await settles(fakeActuator({ page, pages: [page] }), () => 1)).toEqual(BARE);
  });

  it('that had the page in its hands, the page settles', async () => {
    const page = aPage();
    const actuator = fakeActuator({ page, pages: [page] });
    await settles(actuator, (context) => void context.page);
    expect(actuator.did).toEqual(['settle', 'observe', 'settle', 'settle', 'observe']);
  });

  it('that opened a tab by a page of its own, the page settles', async () => {
    const pages = [aPage()];
    const actuator = fakeActuator({ pages });
    expect(await settles(actuator, () => void pages.push(aPage()))).toHaveLength(5);
  });

  it('that navigated, the page settles', async () => {
    let url = 'https://example.test/';
    const actuator = fakeActuator({ pages: [{ url: () => url } as Page] });
    const execute = () => {
      url = 'https://example.test/next';
    };
    expect(await settles(actuator, execute)).toHaveLength(5);
  });

  it('what settling has to say is told beside what the tool gave', async () => {
    let settled = 0;
    const page = aPage();
    const actuator = fakeActuator({
      page,
      settle: async () => {
        settled += 1;
        if (settled === 2) throw new AgentRedirectError('A dialog asked “Sure?”: no.');
        return { reason: 'quiet', durationMs: 1 };
      },
    });
    const { done, told } = actWith(
      { execute: (_, context) => Boolean(context.page) },
      { actuator },
    );
    await done;
    expect(told()).toBe('true\nA dialog asked “Sure?”: no.');
  });
});
