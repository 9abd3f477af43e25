import { type NovaAct, novaActTool, ValidationError } from '@nova-act/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rejection } from '../workflow/support/local-run.js';
import { shop, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await shop();
});
afterAll(() => world[Symbol.asyncDispose]());

describe('novaActTool on a session that is kept', () => {
  let nova: NovaAct;
  beforeAll(async () => {
    nova = await world.start();
  });
  afterAll(() => nova.stop());

  it('takes calls that come together one after the other', async () => {
    const made = novaActTool({ nova });
    const url = `${world.pages.url}/lamps`;
    const answers = await Promise.all([
      made.execute({ prompt: 'Title?', url: `${world.pages.url}/` }),
      made.execute({ prompt: 'Title?', url }),
      made.execute({ prompt: 'Title?' }),
    ]);
    expect(answers.map(({ answer }) => answer)).toEqual(['Shop', 'Lamps', 'Lamps']);
  });

  it('leaves a call out that is given up before its turn', async () => {
    const abort = new AbortController();
    let steps = 0;
    const first = novaActTool({
      nova,
      onStep: () => {
        steps += 1;
        abort.abort(new Error('enough'));
      },
    });
    const made = first.execute({ prompt: 'Title?' });
    const second = rejection(first.execute({ prompt: 'Title?' }, { abortSignal: abort.signal }));
    expect(await made).toMatchObject({ answer: 'Lamps' });
    expect(await second).toMatchObject({ message: 'enough' });
    expect(steps).toBe(1);
  });

  it('gives an answer of the type that the schema says', async () => {
    const made = novaActTool({ nova, schema: { type: 'number' } });
    const { answer } = await made.execute({ prompt: 'How many?' });
    expect(answer satisfies number).toBe(12);
  });

  it('keeps a model from addresses that an agent may not open', async () => {
    const made = novaActTool({ nova });
    const url = 'http://169.254.169.254/latest/meta-data';
    const error = await rejection(made.execute({ prompt: 'Title?', url }));
    expect(error).toBeInstanceOf(ValidationError);
    expect(error).toMatchObject({ field: 'url' });
    expect(nova.page.url()).toBe(`${world.pages.url}/lamps`);
  });
});

describe('novaActTool with a session for each call', () => {
  it('opens one for each call, side by side, and closes it with a true status', async () => {
    const before = world.service.runs().length;
    const made = novaActTool({ session: () => world.options });
    const [answer, error] = await Promise.all([
      made.execute({ prompt: 'Title?' }),
      rejection(made.callback({ prompt: 'Fail' })),
    ]);
    expect(answer).toEqual({ answer: 'Shop', url: `${world.pages.url}/` });
    expect(error).toMatchObject({ code: 'ACT_AGENT_FAILED' });
    const statuses = world.service.runs().slice(before);
    expect(statuses.map(({ status }) => status).sort()).toEqual(['FAILED', 'SUCCEEDED']);
  });
});

it.each([
  ['neither a session nor options of one', {}, 'nova'],
  ['both', { nova: { actGet() {} }, session: {} }, 'nova'],
  ['what is no session', { nova: 7 }, 'nova'],
  ['what is no options', { session: 'headless' }, 'session'],
  ['an unusable name', { session: {}, name: 'use browser' }, 'name'],
  ['a description that says nothing', { session: {}, description: ' ' }, 'description'],
  ['a schema that is none', { session: {}, schema: { type: 'text' } }, 'schema'],
  ['an unknown option', { session: {}, startingPage: 'https://a.test' }, 'startingPage'],
])('novaActTool refuses %s by name', (_what, options, field) => {
  expect(() => novaActTool(options as never)).toThrow(ValidationError);
  expect(() => novaActTool(options as never)).toThrow(field);
});
