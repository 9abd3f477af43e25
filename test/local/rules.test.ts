import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NovaAct } from '@nova-act/core';
import { type RunningLocalService, rulesModel, startLocalService } from '@nova-act/local';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { strangers } from '../../packages/rules/test/strangers.js';
import { chromium } from '../support/chromium.js';

// The whole path: the client's own DOM capture, the wire, the rules model, the hand in the browser.
let service: RunningLocalService;
let pages: Server;
let root: string;
let nova: NovaAct;
const before = { ...process.env };

beforeAll(async () => {
  service = await startLocalService({
    model: rulesModel({ now: () => new Date('2026-11-22T12:00:00Z') }),
  });
  Object.assign(process.env, service.apiKeyEnv);
  pages = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://pages.test').pathname.slice(1);
    const html = strangers[name as keyof typeof strangers];
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    // Where a link or a form led is told by the title.
    response.end(
      `<!doctype html><title>${name}</title><style>body{font:16px sans-serif}</style><body>${html ?? `<h1>At ${request.url}</h1>`}`,
    );
  });
  await new Promise<void>((done) => pages.listen(0, '127.0.0.1', done));
  root = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;
  nova = new NovaAct({ ...chromium(), startingPage: `${root}/hotel`, captureDom: true });
  await nova.start();
});

afterAll(async () => {
  await nova?.stop();
  await service?.stop();
  pages?.close();
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
});

const text = { type: 'string' } as const;
const number = { type: 'number' } as const;

describe('the rules model behind the client, on pages of others', () => {
  it.each([
    [
      'hotel',
      'Return the best rated hotel',
      { type: 'object', properties: { name: text, rating: number }, required: ['name', 'rating'] },
      { name: 'Casa Azul', rating: 4.8 },
    ],
    ['weather', 'What is the humidity?', text, '64%'],
    [
      'jobs',
      'Which jobs are remote?',
      { type: 'array', items: text },
      ['Platform Engineer', 'Product Designer'],
    ],
    ['pricing', 'How much is the Team plan?', number, 12],
    [
      'restaurant',
      'What is the most expensive main?',
      { type: 'object', properties: { name: text, price: number }, required: ['name', 'price'] },
      { name: 'Ossobuco', price: 21.5 },
    ],
    ['library', 'Is Kindred available?', { type: 'boolean' }, false],
    ['todo', 'How many items are left?', { type: 'integer' }, 1],
    [
      'invoice',
      'Return the total due and the due date',
      {
        type: 'object',
        properties: { totalDue: number, dueDate: { type: 'string', format: 'date' } },
        required: ['totalDue', 'dueDate'],
      },
      { totalDue: 2002.55, dueDate: '2026-12-03' },
    ],
    [
      'recipe',
      'List the ingredients',
      { type: 'array', items: text },
      ['200 g flour', '150 g sugar', '3 eggs', '2 lemons'],
    ],
    ['league', 'How many points does Harbour Town have?', { type: 'integer' }, 20],
  ])('%s: %s', async (page, prompt, schema, answer) => {
    await nova.goToUrl(`${root}/${page}`);
    expect((await nova.actGet(prompt, { schema })).parsed).toEqual(answer);
  });

  it('fills a form of text dates and groups, and sends it', async () => {
    await nova.goToUrl(`${root}/carDates`);
    await nova.act(
      'Enter Porto as the pick-up location and May 4th as the pick-up date. Set the drop-off location to Lisbon and the drop-off date to May 9, 2027. Click Show cars.',
    );
    expect(Object.fromEntries(new URL(nova.page.url()).searchParams)).toEqual({
      pickup_loc: 'Porto',
      pickup_date: '04/05/2027',
      drop_loc: 'Lisbon',
      drop_date: '09/05/2027',
    });
  });

  it('fills the same form from one request', async () => {
    await nova.goToUrl(`${root}/carDates`);
    await nova.act('Find cars from Porto to Lisbon, pick up on May 4th, drop off on May 9th');
    expect(Object.fromEntries(new URL(nova.page.url()).searchParams)).toEqual({
      pickup_loc: 'Porto',
      pickup_date: '04/05/2027',
      drop_loc: 'Lisbon',
      drop_date: '09/05/2027',
    });
  });

  it('changes settings of every kind', async () => {
    await nova.goToUrl(`${root}/settings`);
    await nova.act(
      'Change the language to Deutsch, set the volume to 80, choose Green as the theme colour and type "Hi, and bye" into the bio',
    );
    const state = await nova.page.evaluate(() => ({
      language: (document.querySelector('#lang') as HTMLSelectElement).value,
      volume: (document.querySelector('#vol') as HTMLInputElement).value,
      colour: (document.querySelector('[name=tc]:checked') as HTMLInputElement).value,
      bio: (document.querySelector('#bio') as HTMLTextAreaElement).value,
    }));
    expect(state).toEqual({
      language: 'Deutsch',
      volume: '80',
      colour: 'green',
      bio: 'Hi, and bye',
    });
  });

  it('logs in', async () => {
    await nova.goToUrl(`${root}/login`);
    await nova.act('Log in with username ada and password s3cret');
    expect(await nova.page.inputValue('[name=user_login]')).toBe('ada');
    expect(await nova.page.inputValue('[name=pw]')).toBe('s3cret');
  });

  it('goes where a link leads and back', async () => {
    await nova.goToUrl(`${root}/news`);
    await nova.act('Go to Business');
    expect(new URL(nova.page.url()).pathname).toBe('/b');
    await nova.goToUrl(`${root}/news`);
    await nova.act('Click "Bridge opens after ten years", then go back');
    expect(new URL(nova.page.url()).pathname).toBe('/news');
  });

  it('books a table', async () => {
    await nova.goToUrl(`${root}/restaurant`);
    await nova.act('Book a table for 4 people on December 24 at 19:00');
    expect(Object.fromEntries(new URL(nova.page.url()).searchParams)).toMatchObject({
      d: '2026-12-24',
      t: '19:00',
      n: '4',
    });
  });

  it('gives up with what it did not find, as the agent', async () => {
    await nova.goToUrl(`${root}/league`);
    await expect(nova.act('Click the Relegation button')).rejects.toMatchObject({
      name: 'ActAgentFailedError',
      message: expect.stringContaining('There is nothing called “Relegation button” on the page'),
    });
  });
});
