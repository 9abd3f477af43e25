import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { windowedBrowserExecutable } from '../../../../test/support/chromium.js';
import { openHand, type TestHand } from '../support/open-hand.js';

let hand: TestHand;
let server: Server;
let origin: string;
let otherSite: string;
const asked: string[] = [];
let pdf: Uint8Array = new Uint8Array();

beforeAll(async () => {
  server = createServer((request, response) => {
    const { url = '/' } = request;
    asked.push(url);
    if (url === '/never') return;
    if (url === '/moved') {
      response.writeHead(302, { location: `http://localhost:${port()}/arrived` });
      response.end();
      return;
    }
    if (url === '/document.pdf') {
      response.writeHead(200, { 'content-type': 'application/pdf' });
      response.end(pdf);
      return;
    }
    if (url === '/file') {
      response.writeHead(200, {
        'content-type': 'application/octet-stream',
        'content-disposition': 'attachment; filename="report.bin"',
      });
      response.end('data');
      return;
    }
    response.writeHead(url === '/404' ? 404 : 200, { 'content-type': 'text/html' });
    response.end(`<title>${url}</title><h1>${url}</h1><input autofocus>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${port()}`;
  otherSite = `http://localhost:${port()}`;
  hand = await openHand({ goToUrlTimeoutMs: 2_000 });
});
afterAll(async () => {
  await hand.actuator.stop();
  server.closeAllConnections();
  server.close();
});
const port = () => (server.address() as AddressInfo).port;

async function clickOn(selector: string) {
  return hand.actuator.click(await hand.boxOf(selector), { clickType: 'left' }, hand.signal);
}
async function typeInto(selector: string, text: string, signal = hand.signal) {
  return hand.actuator.type(text, await hand.boxOf(selector), { pressEnter: false }, signal);
}

describe('a page that changes under the action', () => {
  it('opens a tab that comes to the front, and is back when that closes', async () => {
    await hand.actuator.goToUrl(origin, hand.signal);
    const first = hand.page;
    await hand.page.setContent(`<a href="${origin}/tab" target="_blank">Open</a>`);
    await clickOn('a');
    await hand.actuator.settle(hand.signal);
    expect(hand.page).not.toBe(first);
    expect((await hand.actuator.observe(hand.signal)).activeURL).toBe(`${origin}/tab`);
    await hand.page.setContent(`<button onclick="window.close()">Done</button>`);
    await expect(clickOn('button'))
      .resolves.toBeDefined()
      .catch((error) => {
        // Closed before or after the click was reported: both are told truly.
        expect(String(error)).toContain('The tab was closed');
      });
    await expect.poll(() => hand.page).toBe(first);
  });

  it('tells the agent when the tab was closed while it typed', async () => {
    await hand.actuator.goToUrl(origin, hand.signal);
    const first = hand.page;
    await hand.page.setContent(`<a href="${origin}/tab" target="_blank">Open</a>`);
    await clickOn('a');
    await hand.actuator.settle(hand.signal);
    await hand.page.setContent(
      `<input id="q" oninput="if (this.value.length === 3) window.close()">`,
    );
    await expect(typeInto('#q', 'x'.repeat(120))).rejects.toThrow(
      `The tab at ${origin}/ is in front now`,
    );
    expect(hand.page).toBe(first);
  });

  it('tells the agent when the document was replaced while it typed', async () => {
    await hand.actuator.goToUrl(origin, hand.signal);
    await hand.page.setContent(
      `<input id="q" oninput="if (this.value.length === 3) location.href='${origin}/next'">`,
    );
    const typing = typeInto('#q', 'abcdefghijklmnopqrstuvwxyz'.repeat(4));
    await expect(typing).rejects.toMatchObject({ name: 'AgentRedirectError' });
    await hand.actuator.settle(hand.signal);
    const spilled = await hand.page.locator('input').inputValue();
    expect(spilled.length).toBeLessThanOrEqual(1);
  });

  it('goes on in the field that took the place of the first', async () => {
    await hand.page.setContent(`<div id="root"></div><script>
      const draw = (value) => {
        root.innerHTML = '<input id="q">';
        q.value = value; q.focus(); q.setSelectionRange(value.length, value.length);
        q.oninput = () => draw(q.value);
      };
      draw('');
    </script>`);
    expect(await typeInto('#q', 'Boston')).toMatchObject({ holds: 'Boston' });
  });

  it('says that the field lost the focus, and sends no keys to nobody', async () => {
    await hand.page.setContent(`<input id="q" oninput="this.disabled = true"><script>
      window.keys = []; addEventListener('keydown', (event) => keys.push(event.key));</script>`);
    await expect(typeInto('#q', 'Boston')).rejects.toThrow('lost the focus after 1 characters');
    expect(await hand.page.evaluate('keys')).toEqual(['B']);
  });

  it('follows one-digit boxes that hand the focus on', async () => {
    await hand.page.setContent(
      `${'<input maxlength="1" style="width:30px">'.repeat(4)}<script>
      const all = [...document.querySelectorAll('input')];
      all.forEach((input, i) => input.addEventListener('input', () => all[i + 1]?.focus()));</script>`,
    );
    await typeInto('input', '1234');
    const values = await hand.page.$$eval('input', (all) => all.map((input) => input.value));
    expect(values).toEqual(['1', '2', '3', '4']);
  });

  it('reports what a mask made of the text', async () => {
    await hand.page.setContent(`<input id="q" oninput="
      const d = this.value.replace(/\\D/g, ''); this.value = d.length > 3 ? '(' + d.slice(0,3) + ') ' + d.slice(3) : d">`);
    expect(await typeInto('#q', '5551234')).toMatchObject({ holds: '(555) 1234' });
  });

  it('never reports success for a field that takes nothing', async () => {
    await hand.page.setContent(`<input id="q" onkeydown="return false" oninput="this.value=''">`);
    await expect(typeInto('#q', 'Boston')).rejects.toThrow('is empty after typing');
  });

  it('types into the search that a click on its picture brings up', async () => {
    await hand.page.setContent(`<div id="fake" style="width:300px;height:30px" onclick="setTimeout(() => {
      const input = document.createElement('input'); input.id = 'real'; document.body.append(input); input.focus();
    }, 100)">Search…</div>`);
    expect(await typeInto('#fake', 'wolf')).toMatchObject({ holds: 'wolf' });
    expect(await hand.page.locator('#real').inputValue()).toBe('wolf');
  });
});

describe('an abort', () => {
  it('ends an action on a blocked page at once, and nothing is clicked afterwards', async () => {
    await hand.page.setContent(
      `<button onclick="window.hits = (window.hits || 0) + 1">Go</button>`,
    );
    const box = await hand.boxOf('button');
    const controller = new AbortController();
    await hand.page.evaluate(() => {
      setTimeout(() => {
        const until = Date.now() + 1500;
        while (Date.now() < until);
      }, 0);
    });
    const clicking = hand.actuator.click(box, { clickType: 'left' }, controller.signal);
    setTimeout(() => controller.abort(new Error('deadline')), 300);
    await expect(clicking).rejects.toThrow('deadline');
    expect(await hand.page.evaluate('[window.hits, document.title]')).toEqual([undefined, '']);
    await clickOn('button');
    expect(await hand.page.evaluate('window.hits')).toBe(1);
  });

  it('stops typing between two keys', async () => {
    await hand.page.setContent('<input id="q">');
    const controller = new AbortController();
    await hand.page.exposeFunction('three', () => controller.abort(new Error('enough')));
    await hand.page.evaluate(() => {
      const input = document.querySelector('#q') as HTMLInputElement;
      input.oninput = () => {
        if (input.value.length === 3) (window as unknown as { three(): void }).three();
      };
    });
    await expect(typeInto('#q', 'x'.repeat(100), controller.signal)).rejects.toThrow('enough');
    const held = await hand.page.locator('#q').inputValue();
    expect(held.length).toBeLessThan(20);
    await hand.actuator.settle(hand.signal);
    expect(await hand.page.locator('#q').inputValue()).toBe(held);
  });

  it('made beforehand does nothing at all', async () => {
    await hand.page.setContent(`<button onclick="window.hit = true">Go</button>`);
    const box = await hand.boxOf('button');
    const aborted = AbortSignal.abort(new Error('before'));
    for (const action of [
      hand.actuator.click(box, { clickType: 'left' }, aborted),
      hand.actuator.type('x', box, { pressEnter: true }, aborted),
      hand.actuator.goToUrl(origin, aborted),
      hand.actuator.observe(aborted),
    ]) {
      await expect(action).rejects.toThrow('before');
    }
    expect(await hand.page.evaluate('window.hit')).toBeUndefined();
  });
});

describe('goToUrl', () => {
  it('follows redirects, and takes an answer of 404 for a page', async () => {
    expect(await hand.actuator.goToUrl(`${origin}/moved`, hand.signal)).toEqual({
      url: `${otherSite}/arrived`,
      status: 200,
    });
    expect(await hand.actuator.goToUrl(`${origin}/404`, hand.signal)).toMatchObject({
      status: 404,
    });
  });

  it('says that a file was downloaded', async () => {
    expect(await hand.actuator.goToUrl(`${origin}/file`, hand.signal)).toEqual({
      download: `${origin}/file`,
    });
    expect(await hand.actuator.goToUrl(origin, hand.signal)).toMatchObject({
      notes: [`A download was started by going to ${origin}/file: "report.bin".`],
    });
  });

  it('gives up on an address that never answers, and shows no signature of it', async () => {
    await expect(
      hand.actuator.goToUrl(`${origin}/never?`.replace('?', ''), hand.signal),
    ).rejects.toThrow('no answer within 2000 ms (goToUrlTimeoutMs)');
    await expect(
      hand.actuator.goToUrl('http://127.0.0.1:9/?X-Amz-Signature=planted', hand.signal),
    ).rejects.toMatchObject({
      code: 'ACT_ACTUATION_FAILED',
      message: expect.not.stringContaining('planted'),
    });
  });
});

describe('the PDF viewer', () => {
  it('is seen, and goes down under the wheel', async (test) => {
    const windowed = await openHand({ executablePath: windowedBrowserExecutable });
    const { actuator, page, signal } = windowed;
    onTestFinished(() => actuator.stop());
    await actuator.goToUrl(origin, signal);
    await page.setContent('<h1 style="break-after:page">One</h1>'.repeat(5));
    pdf = await page.pdf();
    const outcome = await actuator.goToUrl(`${origin}/document.pdf`, signal);
    test.skip(
      (outcome as { url?: string }).url === undefined,
      'a headless shell has no PDF viewer',
    );
    const look = async () => {
      await actuator.settle(signal);
      return (await actuator.observe(signal)).screenshotBase64;
    };
    const before = await look();
    const all = { left: 300, top: 100, right: 1300, bottom: 800 };
    expect(await actuator.scroll('down', all, {}, signal)).toMatchObject({
      wheeled: expect.any(Number),
      scrolled: null,
    });
    await expect.poll(look).not.toBe(before);
  });
});

describe('a crash', () => {
  it('is a typed error, also for the next action, until the agent goes somewhere', async () => {
    await hand.actuator.goToUrl(origin, hand.signal);
    const waiting = hand.actuator.wait(60, hand.signal);
    const crashed = expect(waiting).rejects.toMatchObject({ code: 'ACT_BROWSER_CRASHED' });
    const session = await hand.page.context().newCDPSession(hand.page);
    session.send('Page.crash').catch(() => {});
    await crashed;
    await expect(hand.actuator.observe(hand.signal)).rejects.toMatchObject({
      code: 'ACT_BROWSER_CRASHED',
    });
    await hand.actuator.goToUrl(`${origin}/after`, hand.signal);
    await hand.actuator.settle(hand.signal);
    expect((await hand.actuator.observe(hand.signal)).activeURL).toBe(`${origin}/after`);
  });
});

describe('the security options', () => {
  it('stop what may not be opened before anything is asked, also where a redirect leads, and say so', async () => {
    const strict = await openHand({ security: { blockedUrls: ['localhost'] } });
    try {
      asked.length = 0;
      await expect(strict.actuator.goToUrl(otherSite, strict.signal)).rejects.toMatchObject({
        code: 'VALIDATION_FAILED',
      });
      await strict.actuator.goToUrl(origin, strict.signal);
      await strict.page.setContent(`<a href="${otherSite}/link">Go</a>`);
      const box = await strict.boxOf('a');
      asked.length = 0;
      const told: string[] = [];
      const hear = (error: Error) => void told.push(`${error.name}: ${error.message}`);
      await strict.actuator.click(box, { clickType: 'left' }, strict.signal).catch(hear);
      await strict.actuator.settle(strict.signal).catch(hear);
      expect(told).toEqual([
        `AgentRedirectError: ${otherSite}/link may not be opened in this session. The page stayed as it was.`,
      ]);
      expect(asked).toEqual([]);
      await expect(strict.actuator.goToUrl(`${origin}/moved`, strict.signal)).rejects.toThrow(
        `${otherSite}/arrived may not be opened in this session`,
      );
      expect(asked).toEqual(['/moved']);
      expect(strict.page.url()).toBe(`${origin}/`);
    } finally {
      await strict.actuator.stop();
    }
  });
});
