import { serve } from '@hono/node-server';
import { rulesModel } from '@nova-act/rules';
import { Hono } from 'hono';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchOptions } from '../../../test/support/chromium.js';
import { runAct } from '../../rules/test/browser-run.js';
import { today } from '../../rules/test/snippet.js';
import { gymApp } from '../src/gym/index.js';

const model = rulesModel({ now: () => today });

const flight = {
  type: 'object',
  properties: {
    airline: { type: 'string' },
    flight: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    departs: { type: 'string' },
    price: { type: 'number' },
    stops: { type: 'integer' },
  },
  required: ['airline', 'flight', 'price'],
} as const;

describe('the rules model in a browser, on the gym', () => {
  let browser: Browser;
  let page: Page;
  let close: () => void;
  let root = '';

  beforeAll(async () => {
    const app = new Hono().route('/gym', gymApp({ now: () => today }));
    root = await new Promise<string>((done) => {
      const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info) =>
        done(`http://127.0.0.1:${info.port}/gym/`),
      );
      close = () => server.close();
    });
    browser = await chromium.launch(launchOptions);
    page = await browser.newPage({ viewport: { width: 1600, height: 813 } });
  });

  afterAll(async () => {
    await browser?.close();
    close?.();
  });

  it('finds flights and returns the cheapest as a typed object', async () => {
    await page.goto(`${root}next-dot`);
    const found = await runAct(
      page,
      model,
      'Find flights from Boston to Wolf on Feb 22nd, then return the cheapest',
      { ...flight, required: [...flight.required] },
    );
    expect(found.thrown).toBeUndefined();
    expect(page.url()).toContain('from=Boston&to=Wolf-1061c&date=2027-02-22');
    expect(found.value).toEqual({
      airline: 'Long Dark Air',
      flight: 'LO 455',
      from: 'Boston',
      to: 'Wolf-1061c',
      departs: '06:55',
      price: 915,
      stops: 2,
    });
  });

  it('picks the day in a calendar that opens from a button', async () => {
    await page.goto(`${root}next-dot?dates=friendly`);
    const found = await runAct(
      page,
      model,
      'Find flights from Tokyo to Proxima on March 3rd for 2 passengers in First class, and tell me how many there are',
      { type: 'integer' },
    );
    expect(found.thrown).toBeUndefined();
    expect(page.url()).toContain(
      'from=Tokyo&to=Proxima+Centauri+b&date=2027-03-03&cabin=First&passengers=2',
    );
    expect(found.value).toBeGreaterThan(3);
  });

  it('types a date in plain English where the field takes it so', async () => {
    await page.goto(`${root}next-dot?dates=text`);
    const found = await runAct(page, model, 'Find flights from London to Ross on April 1st');
    expect(found).toMatchObject({ value: undefined });
    expect(await page.locator('h1').textContent()).toBe('London to Ross 128 b');
  });

  it('chooses the cheapest flight of a table and reads the booking', async () => {
    await page.goto(`${root}next-dot/search?from=Boston&to=Wolf&date=2027-02-22`);
    const found = await runAct(
      page,
      model,
      'Sort by price, then choose the cheapest flight and return the total price',
      { type: 'number' },
    );
    expect(found).toMatchObject({ value: 915 });
    expect(found.thrown).toBeUndefined();
  });

  it('goes from page to page and answers there', async () => {
    await page.goto(root);
    const found = await runAct(
      page,
      model,
      'Open Planets, click on Mars and tell me how many moons it has',
      { type: 'integer' },
    );
    expect(found).toMatchObject({ value: 2 });
  });

  it('fills a cart and checks out', async () => {
    await page.goto(`${root}shop`);
    const found = await runAct(
      page,
      model,
      'Add the cactus to the cart, continue shopping, search for red mug, add it to the cart, go to checkout, fill in the form with full name Ada Lovelace, email ada@example.org, street address 12 Dorset Street, city London and postcode W1U 6QR, choose Express delivery and place the order. Return the order number and the total.',
      {
        type: 'object',
        properties: { orderNumber: { type: 'string' }, total: { type: 'number' } },
        required: ['orderNumber', 'total'],
      },
    );
    expect(found.thrown).toBeUndefined();
    expect(found.value).toEqual({ orderNumber: expect.stringMatching(/^G-\d{5}$/), total: 21.5 });
  });

  it('filters, sorts and reads cards', async () => {
    await page.goto(`${root}shop`);
    const found = await runAct(
      page,
      model,
      'Choose Instruments as the category, tick Only in stock and click Apply. Return the name, price and rating of each product.',
      {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            name: { type: 'string' },
            price: { type: 'number' },
            rating: { type: 'number' },
          },
          required: ['name', 'price', 'rating'],
        },
      },
    );
    expect(found.thrown).toBeUndefined();
    expect(found.value).toEqual([
      { name: 'Brass Telescope', price: 189, rating: 4.8 },
      { name: 'Pocket Compass', price: 29, rating: 4.6 },
    ]);
  });

  it('fills a long form with every kind of input', async () => {
    await page.goto(`${root}form`);
    const found = await runAct(
      page,
      model,
      `Fill in the form with first name Ada, last name Lovelace, email address ada@example.org, phone +44 20 7946 0000, password analytical and date of birth December 10, 1990.
       Select Norway as the country. Enter 3 as the number of travellers. Set month of travel to May 2027 and wake-up time to 7:30 am.
       Choose Aisle for the seat, tick Lunch and Vegetarian, set the favourite colour to teal and the budget to 400.
       Type "Window shades, please" into Notes, tick Send me the newsletter and I accept the terms, then click Register.`,
    );
    expect(found.thrown).toBeUndefined();
    expect(await page.locator('h1').textContent()).toBe('Registered');
    const facts = await page.locator('dd').allTextContents();
    expect(facts).toEqual([
      'Ada',
      'Lovelace',
      'ada@example.org',
      '+44 20 7946 0000',
      '—',
      '••••••••',
      '1990-12-10',
      'Norway',
      '3',
      '2027-05',
      '07:30',
      'Aisle',
      'Lunch, Vegetarian',
      '#008080',
      '400',
      '—',
      'Window shades, please',
      'yes',
      'yes',
    ]);
  });

  it('says which words the page does not know', async () => {
    await page.goto(`${root}next-dot`);
    const found = await runAct(page, model, 'Click the Frobnicate button');
    expect(found.thrown).toMatch(/nothing called “Frobnicate button”/);
  });
});
