import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserOptions } from '../../src/browser/browser-options.js';
import { openHand, type TestHand } from '../support/open-hand.js';
import { SITES_BROWSER_ARG, type Sites, startSites } from '../support/sites.js';

let sites: Sites;
let good: string;
beforeAll(async () => {
  sites = await startSites((host, path, response) => {
    const [name, query = ''] = path.split('?');
    if (name === '/moved') {
      response.writeHead(302, { location: decodeURIComponent(query) });
      response.end();
      return undefined;
    }
    return `<title>${host}</title><h1>${host}${path}</h1>`;
  });
  good = sites.origin('good.test');
});
afterAll(() => sites.close());

async function withHand(options: BrowserOptions, body: (hand: TestHand) => Promise<void>) {
  const hand = await openHand({ browserArgs: [SITES_BROWSER_ARG], ...options });
  try {
    await body(hand);
  } finally {
    await hand.actuator.stop();
  }
}
const agentGoes = (hand: TestHand, url: string) => hand.actuator.goToUrl(url, hand.signal, 'agent');
const askedLocally = () => sites.asked.filter((each) => !/^[a-z]+\.test\//.test(each));

describe('an agent that began on a public page', () => {
  it('opens no address of this machine, its link or its network, however it is spelt', async () => {
    const hosts = [
      '127.0.0.1',
      '2130706433',
      '0x7f.1',
      '0177.1',
      '127.1',
      '127.9.9.9',
      '0.0.0.0',
      '0',
    ];
    const names = ['localhost', 'LOCALHOST', 'localhost.', 'a.localhost', 'localhost.localdomain'];
    const v6 = ['[::1]', '[::]', '[::ffff:127.0.0.1]', '[64:ff9b::7f00:1]', '[2002:7f00:1::]'];
    const link = [
      '169.254.169.254',
      '2852039166',
      '[::ffff:a9fe:a9fe]',
      '[fd00:ec2::254]',
      '[fe80::1]',
    ];
    const meta = ['metadata.google.internal', 'metadata', 'instance-data', '100.100.100.200'];
    const network = ['10.0.0.1', '172.20.1.1', '192.168.1.1', '100.64.0.1', '[fd12::1]'];
    await withHand({ startingPage: good }, async (hand) => {
      for (const host of [...hosts, ...names, ...v6, ...link, ...meta, ...network]) {
        for (const url of [`http://${host}:${sites.port}/x`, `http://u:p@${host}/`]) {
          await expect(agentGoes(hand, url), url).rejects.toThrow(
            /may not be opened in this session: it is an? .*address/,
          );
        }
      }
      expect(hand.page.url()).toBe(`${good}/`);
    });
    expect(askedLocally()).toEqual([]);
  }, 20_000);

  it('is not led there by a link, a redirect, a new tab or a frame', async () => {
    await withHand({ startingPage: good }, async (hand) => {
      const { page } = hand;
      for (const host of [
        '127.0.0.1',
        'localhost',
        'a.localhost',
        '0.0.0.0',
        '[::ffff:7f00:1]',
        'u@127.0.0.1',
      ]) {
        const url = `http://${host}:${sites.port}/inside`;
        for (const target of [url, `${good}/moved?${encodeURIComponent(url)}`]) {
          for (const way of [
            'location = url',
            'open(url)',
            "open(url, '_blank', 'noopener')",
            "document.body.append(Object.assign(document.createElement('iframe'), { src: url }))",
          ]) {
            await page.evaluate(`(() => { const url = ${JSON.stringify(target)}; ${way} })()`);
            await page.waitForTimeout(40);
          }
        }
      }
      expect(page.url()).toBe(`${good}/`);
      expect(hand.actuator.pages).toHaveLength(1);
      await page.evaluate(
        `document.body.innerHTML = '<button style="position:fixed;inset:0">Go</button>'; onclick = () => { location = 'http://127.0.0.1:${sites.port}/inside' }`,
      );
      const box = { left: 500, top: 500, right: 600, bottom: 600 };
      const told = hand.actuator
        .click(box, { clickType: 'left' }, hand.signal)
        .then(() => hand.actuator.settle(hand.signal));
      await expect(told).rejects.toThrow(
        'the program did not begin there. The page stayed as it was.',
      );
    });
    expect(askedLocally()).toEqual([]);
  }, 20_000);

  it('goes where the program has gone itself, with goToUrl or with Playwright', async () => {
    const inside = `http://127.0.0.1:${sites.port}/program`;
    const ways: ((hand: TestHand) => Promise<unknown>)[] = [
      (hand) => hand.actuator.goToUrl(inside, hand.signal),
      (hand) => hand.page.goto(inside),
      (hand) => hand.page.mainFrame().goto(inside),
      (hand) => hand.page.setContent(`<a href="${inside}">x</a>`),
    ];
    for (const way of ways) {
      await withHand({ startingPage: good }, async (hand) => {
        await way(hand);
        await agentGoes(hand, `http://localhost:${sites.port}/agent`);
        expect(hand.page.url()).toContain('/agent');
        await expect(agentGoes(hand, 'http://169.254.169.254/')).rejects.toThrow(
          'metadata address',
        );
      });
    }
  }, 20_000);
});

describe('a program that begins at a local address', () => {
  it('has its agent go on at addresses of that kind', async () => {
    await withHand({ startingPage: `http://127.0.0.1:${sites.port}/` }, async (hand) => {
      await agentGoes(hand, `http://localhost:${sites.port}/other`);
      await hand.page.evaluate(`location = 'http://a.localhost:${sites.port}/third'`);
      await expect.poll(() => hand.page.url()).toContain('/third');
      for (const url of ['http://169.254.169.254/', 'http://10.0.0.1/']) {
        await expect(agentGoes(hand, url)).rejects.toThrow('may not be opened in this session');
      }
    });
  });
});

describe('a list of allowed addresses', () => {
  it('opens the local ones that it names, and no other by a *', async () => {
    const security = { allowedUrls: ['*', `127.0.0.1:${sites.port}`] };
    await withHand({ startingPage: good, security }, async (hand) => {
      await agentGoes(hand, `http://127.0.0.1:${sites.port}/named`);
      await expect(agentGoes(hand, `http://localhost:${sites.port}/`)).rejects.toThrow(
        'may not be',
      );
      await agentGoes(hand, `${good}/back`);
    });
  });
});
