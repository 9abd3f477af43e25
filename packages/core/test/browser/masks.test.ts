import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Box } from '../../src/browser/actuator.js';
import type { Observation } from '../../src/wire/observation.js';
import { openHand, type TestHand } from '../support/open-hand.js';
import { isClear, isCovered } from '../support/pixels.js';
import { SITES_BROWSER_ARG, type Sites, startSites } from '../support/sites.js';

const style = (top: number) =>
  `style="position:absolute;left:20px;width:300px;height:30px;margin:0;box-sizing:border-box;top:${top}px"`;
const password = (top: number) => `<input type=password value=hunter2 ${style(top)}>`;
const at = (top: number, left = 20): Box => ({ left, top, right: left + 300, bottom: top + 30 });
const frame = (src: string, top: number, more = '') =>
  `<iframe src="${src}" style="position:absolute;border:2px solid;left:20px;width:400px;height:120px;top:${top}px;${more}"></iframe>`;
const closed = (inner: string) =>
  `<div><template shadowrootmode=closed>${inner}</template><slot></slot></div>`;

const PAGES: Record<string, string> = {
  '/fields': `<input id=user value=bob ${style(20)}>
    <input id=pass type=password value=hunter2 ${style(70)}>
    <input id=empty type=password placeholder=Password ${style(120)}>
    <input id=card autocomplete="billing cc-number" value=4111111111111111 ${style(170)}>
    <select id=month autocomplete=cc-exp-month ${style(220)}><option>01<option selected>07</select>
    <input id=dots value=hidden-text style="-webkit-text-security:disc;position:absolute;left:20px;top:270px">
    <p class=balance title="1,234 EUR" aria-label="1,234 EUR" ${style(320)}>
      Balance: <a href="/1,234"><b>1,234 EUR</b></a></p>
    <p id=open ${style(370)}>For everybody</p>
    <p class=balance ${style(420)}>short<span style="position:absolute;left:400px;top:0;width:90px">1,234 EUR</span></p>
    <input id=ssn class=balance aria-label="Number" value=078-05-1120 ${style(470)}>`,
  '/frames': `${frame('/inner', 20)}
    ${frame('http://other.test:PORT/inner', 160)}
    ${frame('http://third.test:PORT/nest', 300, 'height:160px;')}
    ${frame('http://other.test:PORT/inner', 480, 'transform:scale(.5);transform-origin:0 0;')}
    <p id=open ${style(700)}>For everybody</p>`,
  '/inner': `<body style="margin:0">${password(10)}<p ${style(60)}>For everybody</p>`,
  '/nest': `<body style="margin:0">${frame('http://other.test:PORT/inner', 10)}`,
  '/roots': `<div id=h></div><div id=o></div>${closed(password(120))}
    <iframe srcdoc='<body style="margin:0">${closed(password(10)).replaceAll("'", '')}'
      style="position:absolute;border:0;left:20px;width:400px;height:60px;top:170px"></iframe>
    <p id=open ${style(300)}>For everybody</p>
    <script>
      h.attachShadow({ mode: 'closed' }).innerHTML = '${password(20)}';
      o.attachShadow({ mode: 'open' }).innerHTML = '${password(70)}<div></div>';
      o.shadowRoot.querySelector('div').attachShadow({ mode: 'closed' }).innerHTML = '${password(240)}';
      h.append('light children, which are not shown');
    </script>`,
  '/moving': `<div id=mover style="position:absolute;left:0;top:100px;width:340px;height:40px">
      <input type=password value=hunter2 style="width:300px;height:30px;border:0;background:#f00;color:#f00"></div>
    <script>
      let x = 0;
      setInterval(() => { x = (x + 7) % 400; mover.style.left = x + 'px'; }, 4);
    </script>`,
  '/animated': `<style>@keyframes go { to { transform: translateX(900px) } }</style>
    <input type=password value=hunter2 style="position:absolute;top:100px;left:0;width:300px;height:30px;border:0;
      background:#f00;color:#f00;animation:go 1.3s linear infinite alternate">`,
  '/late': `<p id=open ${style(20)}>For everybody</p>
    <script>
      const show = () => {
        const field = Object.assign(document.createElement('input'), { type: 'password', value: 'hunter2' });
        field.style = 'position:absolute;top:100px;left:20px;width:300px;height:30px;border:0;background:#f00';
        document.body.append(field);
        setTimeout(() => { field.remove(); setTimeout(show, 60); }, 60);
      };
      show();
    </script>`,
  '/watched': `<input type=password value=hunter2 ${style(20)}><div id=shadow></div>
    <script>
      window.noticed = [];
      new MutationObserver((all) => noticed.push(...all.map(({ type }) => type)))
        .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      new PerformanceObserver((list) => noticed.push(...list.getEntries().map(({ entryType }) => entryType)))
        .observe({ type: 'layout-shift', buffered: true });
      new ResizeObserver((all) => { if (window.sized++) noticed.push('resize') }).observe(document.body);
      window.sized = 0;
    </script>`,
  '/deep': `<body style="margin:0"><iframe src="/deep-inner"
      style="position:absolute;border:0;left:20px;width:400px;height:300px;top:20px"></iframe>`,
  '/deep-inner': `<body style="margin:0"><div id=h></div>
    <script>
      const root = h.attachShadow({ mode: 'closed' });
      root.innerHTML = '<p class=balance ${style(0)}>1,234 EUR</p><p ${style(40)}>For everybody</p><div></div>';
      root.querySelector('div').attachShadow({ mode: 'closed' }).innerHTML =
        '<input class=balance aria-label=Number value=078-05-1120 ${style(80)}><p ${style(120)}>Deeper still</p>';
    </script>`,
  '/words': `<button class=balance ${style(20)}>1,234 EUR</button>
    <a href="#a" ${style(70)}>Account <b class=balance>1,234 EUR</b> open</a>
    <select class=balance aria-label=Account ${style(120)}><option>DE12 3456<option selected>DE99 8765</select>
    <input class=balance aria-label=Number ${style(170)}>
    <input class=balance type=range aria-label=Amount min=0 max=100 value=77 ${style(220)}>
    <label class=balance for=named style="position:absolute;left:400px;top:270px">1,234 EUR</label><input id=named ${style(270)}>`,
  '/long': `<body style="margin:0;height:3000px"><p id=open ${style(20)}>For everybody</p>
    ${password(2500)}<p class=balance ${style(2600)}>1,234 EUR</p>
    <div style="position:fixed;left:400px;top:0;width:300px;height:30px" class=balance>1,234 EUR</div>`,
  '/opens': `<button onclick="window.open('/fields')" ${style(20)}>Open</button>`,
};

let sites: Sites;
let hand: TestHand;

beforeAll(async () => {
  sites = await startSites((_host, path) => PAGES[path]?.replaceAll('PORT', String(sites.port)));
  hand = await openHand({
    mask: ['.balance'],
    captureDom: true,
    browserArgs: [SITES_BROWSER_ARG],
    security: { allowedUrls: ['*.test'] },
  });
});
afterAll(async () => {
  await hand?.actuator.stop();
  await sites?.close();
});

/** One look at the page. */
async function look(path: string): Promise<{ seen: Observation; page: Page }> {
  await hand.actuator.goToUrl(`${sites.origin('main.test')}${path}`, hand.signal);
  const seen = await hand.actuator.observe(hand.signal);
  return { seen, page: hand.page };
}

/** Each box by whether it is covered (`true`), free (`false`) or in part. */
async function coversOf({ seen, page }: Awaited<ReturnType<typeof look>>, boxes: readonly Box[]) {
  return Promise.all(
    boxes.map(async (box) => {
      if (await isCovered(page, seen.screenshotBase64, box)) return true;
      return (await isClear(page, seen.screenshotBase64, box)) ? false : 'in part';
    }),
  );
}

describe('what is masked', () => {
  test('is painted over in the picture: fields for passwords and payment that hold anything, and what the selectors match', async () => {
    const looked = await look('/fields');
    const boxOf = (selector: string) => hand.boxOf(selector);
    const masked = ['#pass', '#card', '#month', '#dots', '.balance', '#ssn'];
    expect(await coversOf(looked, await Promise.all(masked.map(boxOf)))).toEqual(
      masked.map(() => true),
    );
    // Also what of it lies outside of its own box.
    expect(
      await coversOf(looked, [at(420), { left: 420, top: 420, right: 510, bottom: 440 }]),
    ).toEqual([true, true]);
    const others = ['#user', '#empty', '#open'];
    expect(await coversOf(looked, await Promise.all(others.map(boxOf)))).toEqual(
      others.map(() => false),
    );
  });

  test('is left empty in the DOM, which still says what kind of element it is', async () => {
    const { seen } = await look('/fields');
    const { simplifiedDOM } = seen;
    expect(simplifiedDOM).not.toMatch(/hunter2|4111|1,234|selected|hidden-text|078-05/);
    expect(simplifiedDOM).toContain('value="bob"');
    expect(simplifiedDOM).toMatch(/id="card" autocomplete="billing cc-number">/);
    expect(simplifiedDOM).toMatch(/id="ssn" aria-label="Number">/);
    expect(simplifiedDOM).toContain('<option');
    expect(simplifiedDOM).toContain('For everybody');
  });

  test('is covered in frames, those of other sites too, however they nest and are scaled', async () => {
    await look('/frames');
    await hand.page.waitForFunction(() => window.length === 4);
    const looked = await look('/frames');
    expect(
      await coversOf(looked, [
        at(32, 42),
        at(172, 42),
        at(324, 64),
        { left: 31, top: 486, right: 181, bottom: 501 },
      ]),
    ).toEqual([true, true, true, true]);
    expect(await coversOf(looked, [at(82, 42), at(222, 42), at(700)])).toEqual([
      false,
      false,
      false,
    ]);
    expect(looked.seen.simplifiedDOM).not.toContain('hunter2');
  });

  test('is covered in shadow roots, closed ones too, however they were made and wherever they are', async () => {
    const looked = await look('/roots');
    expect(await coversOf(looked, [at(20), at(70), at(120), at(180, 40), at(240)])).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(await coversOf(looked, [at(300)])).toEqual([false]);
  });

  test('is covered, and left empty in the DOM, in closed roots of frames', async () => {
    const looked = await look('/deep');
    const { simplifiedDOM } = looked.seen;
    expect(simplifiedDOM).toContain('For everybody');
    expect(simplifiedDOM).toContain('Deeper still');
    expect(simplifiedDOM).toMatch(/<input[^>]* aria-label="Number">/);
    expect(simplifiedDOM).not.toMatch(/1,234|078-05/);
    expect(await coversOf(looked, [at(20, 40), at(100, 40), at(60, 40)])).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('is told in no words either: neither of what was done, nor of why it could not be', async () => {
    const { page } = await look('/words');
    const { actuator, signal } = hand;
    const left = { clickType: 'left' } as const;
    const told = async (work: Promise<unknown> | undefined) => {
      const said = await Promise.resolve(work).catch((error: unknown) => String(error));
      await actuator.settle(signal);
      return JSON.stringify(said);
    };
    const all = [
      await told(actuator.click(at(20), left, signal)),
      await told(actuator.click(at(70), left, signal)),
      await told(actuator.click(at(120), left, signal)),
      await told(actuator.type('DE77', at(120), { pressEnter: false }, signal)),
      await told(actuator.type('DE12', at(120), { pressEnter: false }, signal)),
      await told(actuator.type('078-05-1120', at(170), { pressEnter: false }, signal)),
      await told(actuator.click(at(220), left, signal)),
      await told(actuator.type('42', at(220), { pressEnter: false }, signal)),
      await told(actuator.click(at(270), left, signal)),
    ];
    expect(all.join('\n')).not.toMatch(/1,234|DE12 3456|DE99|078-05|now 77|42/);
    expect(all[0]).toBe('{"hit":"button"}');
    expect(all[1]).toBe('{"hit":"link \\"Account open\\""}');
    expect(all[2]).toContain('it shows none');
    expect(all[5]).toBe('{"field":"input \\"Number\\"","typed":11}');
    expect(await page.locator('select').inputValue()).toBe('DE12 3456');
  });

  test('is covered in a picture of the whole page, which is then as it was', async () => {
    const { page } = await look('/long');
    await page.evaluate('scrollTo(0, 700)');
    const before = await page.evaluate('[innerWidth, innerHeight, scrollY]');
    const data = await hand.actuator.screenshot?.({ fullPage: true }, hand.signal);
    const screenshotBase64 = `data:image/jpeg;base64,${data}`;
    const whole = { seen: { screenshotBase64 } as Observation, page };
    expect(await coversOf(whole, [at(2500), at(2600), at(20)])).toEqual([true, true, false]);
    expect(await page.evaluate('[innerWidth, innerHeight, scrollY]')).toEqual(before);
    expect(before).toMatchObject({ 2: 700 });
    const view = await hand.actuator.screenshot?.({ fullPage: false }, hand.signal);
    const seen = { screenshotBase64: `data:image/jpeg;base64,${view}` } as Observation;
    expect(await coversOf({ seen, page }, [at(0, 400)])).toEqual([true]);
  });

  test('is covered in a tab that opens', async () => {
    await look('/opens');
    await hand.actuator.click(at(20), { clickType: 'left' }, hand.signal);
    await hand.actuator.settle(hand.signal);
    const seen = await hand.actuator.observe(hand.signal);
    const page = hand.page;
    expect(page.url()).toContain('/fields');
    expect(await coversOf({ seen, page }, [at(70), at(20)])).toEqual([true, false]);
    await page.close();
  });
});

describe('what moves', () => {
  /** Nothing of the field's own red is left, wherever it is. */
  async function showsRed({ seen, page }: Awaited<ReturnType<typeof look>>): Promise<boolean> {
    return page.evaluate(async (dataUrl) => {
      const text = atob(dataUrl.slice(dataUrl.indexOf(',') + 1));
      const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const context = canvas.getContext('2d');
      context?.drawImage(picture, 0, 0);
      const { data } = context?.getImageData(0, 0, picture.width, picture.height) ?? { data: [] };
      for (let pixel = 0; pixel < data.length; pixel += 4) {
        const [red = 0, green = 0, blue = 0] = [data[pixel], data[pixel + 1], data[pixel + 2]];
        if (red > 200 && green < 60 && blue < 60) return true;
      }
      return false;
    }, seen.screenshotBase64);
  }

  test.each([
    ['/moving', 'by a script'],
    ['/animated', 'by an animation'],
    ['/late', 'in and out of the page'],
  ])('is covered wherever it was on its way: %s, %s', async (path) => {
    for (let times = 0; times < 4; times++) {
      const looked = await look(path).catch(async () => undefined);
      if (looked) expect(await showsRed(looked)).toBe(false);
    }
  });
});

test('the page notices nothing of it: nothing is put into it, shifts or is sized anew', async () => {
  const { page, seen } = await look('/watched');
  await hand.actuator.observe(hand.signal);
  expect(await isCovered(page, seen.screenshotBase64, at(20))).toBe(true);
  expect(await page.evaluate('noticed')).toEqual([]);
  expect(
    await page.evaluate('Object.keys(window).filter((name) => name.startsWith("novaAct"))'),
  ).toEqual([]);
});
