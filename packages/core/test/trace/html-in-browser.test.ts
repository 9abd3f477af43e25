import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchOptions } from '../../../../test/support/chromium.js';
import { traceToHtml } from '../../src/trace/html/page.js';
import { sessionToHtml } from '../../src/trace/html/session-page.js';
import { recordSample } from '../../src/trace/record-sample.case.js';
import { playSample, type SampleOptions } from '../../src/trace/sample-act.case.js';
import { noteAct, type SessionTrace, totalsOf } from '../../src/trace/session-trace.js';
import { traceWriter } from '../../src/trace/write-traces.js';

let browser: Browser;
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'trace-html-'));
  browser = await chromium.launch(launchOptions);
});
afterAll(async () => {
  await browser?.close();
  await rm(directory, { recursive: true, force: true });
});

interface Opened {
  page: Page;
  /** What the page said, asked for or opened that it should not have. */
  complaints: string[];
}

/** Opens the file from disk, as a user does. */
async function open(html: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const file = join(directory, `${crypto.randomUUID()}.html`);
  await writeFile(file, html);
  const url = pathToFileURL(file).href;
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url() !== url && !request.url().startsWith('data:image/')) {
      complaints.push(`request: ${request.url()}`);
    }
  });
  await page.goto(url);
  return { page, complaints };
}

/** A picture of that size; from a canvas, as a page that is just open may not be fit to be captured. */
async function screenshotOf(width: number, height: number): Promise<string> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const url = await page.evaluate(
    (size) => {
      const canvas = Object.assign(document.createElement('canvas'), size);
      canvas.getContext('2d')?.fillRect(0, 0, 1, 1);
      return canvas.toDataURL('image/jpeg', 0.5);
    },
    { width, height },
  );
  await context.close();
  return url;
}

/** Ways to get a script to run from a text, in the places a page has for texts. */
const ATTACKS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg onload=alert(1)>",
  '</script><script>alert(1)</script>',
  '</title></style></textarea><script>alert(1)</script>',
  '" autofocus onfocus=alert(1) x="',
  "' onmouseover='alert(1)",
  '<iframe srcdoc="<script>parent.alert(1)</script>">',
  '<!--<script>alert(1)//-->',
  ']]><script>alert(1)</script>',
  '<base href="http://127.0.0.1:9/"><link rel=stylesheet href=//127.0.0.1:9/x.css>',
  '<meta http-equiv=refresh content="0;url=http://127.0.0.1:9/">',
  '<a href="javascript:alert(1)" id=step-1>x</a>',
  '` onerror=alert(1) `',
  'line\u2028alert(1)\u2029end',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<form action=http://127.0.0.1:9/><input name=x autofocus onfocus=alert(1)>',
  '<style>*{background:url(http://127.0.0.1:9/css)}</style>',
];

/** The attack in every text of an act at once. */
function planted(attack: string): SampleOptions {
  return {
    actId: attack,
    sessionId: attack,
    screenshots: [`data:image/png;base64,AAAA${attack}`, `x" onerror="alert(1)`],
    texts: {
      prompt: attack,
      url: `https://e.com/${attack}`,
      title: attack,
      hit: attack,
      complaint: attack,
      reason: attack,
      thought: attack,
      typed: attack,
      toolName: attack,
      toolInput: { [attack]: attack },
      toolAnswer: attack,
      redirect: `AgentRedirectError: ${attack}`,
      response: attack,
      startingPage: `https://e.com/${attack}`,
    },
  };
}

function sessionOf(options: SampleOptions): string {
  const totals = totalsOf([]);
  const ids = { workflowRunId: 'run-1', sessionId: 'session-1' };
  const session: SessionTrace = { version: 1, ...ids, totals, acts: [] };
  noteAct(session, recordSample(options), 'act-1.html');
  return sessionToHtml(session);
}

const withoutPolicy = (html: string) =>
  html.replace(/<meta http-equiv="Content-Security[^>]*>/, '');

describe('the HTML trace', () => {
  it.each(ATTACKS)('shows %j everywhere as text, and runs and loads nothing', async (attack) => {
    const html = traceToHtml(recordSample(planted(attack)));
    // Escaping must hold by itself; the page's policy is only the second line.
    expect(withoutPolicy(html)).not.toBe(html);
    const { page, complaints } = await open(withoutPolicy(html));
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await page.mouse.move(300, 300);
    expect(await page.locator('h1').textContent()).toBe(attack);
    expect(await page.locator('blockquote').textContent()).toBe(attack);
    expect(await page.locator('#answer').textContent()).toBe(attack);
    const strange =
      'main iframe, main script, main img, main form, main style, main base, main meta';
    expect(await page.locator(strange).count()).toBe(0);
    const handlers = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) =>
          element.getAttributeNames().some((name) => name.startsWith('on')),
        ).length,
    );
    expect(handlers).toBe(0);
    const data = JSON.parse((await page.locator('script#trace').textContent()) ?? '');
    expect(data.prompt).toBe(attack);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('would not run a script either if one ever got in: its policy allows only its own', async () => {
    const html = traceToHtml(recordSample()).replace(
      '<main>',
      '<main><script>document.title = "owned"</script><img src="x" onerror="document.title=1">',
    );
    const { page, complaints } = await open(html);
    expect(await page.title()).toContain('Succeeded');
    expect(complaints.filter((line) => /Content Security Policy/.test(line))).not.toEqual([]);
    await page.context().close();
  });

  it('works under its own policy: styled, keyed, no complaint', async () => {
    const { page, complaints } = await open(traceToHtml(recordSample()));
    expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px');
    const place = () => page.evaluate(() => location.hash);
    await page.keyboard.press('j');
    expect(await place()).toBe('#step-1');
    await page.keyboard.press('ArrowRight');
    expect(await place()).toBe('#step-2');
    await page.keyboard.press('k');
    expect(await place()).toBe('#step-1');
    for (const key of ['j', 'j', 'j', 'j']) await page.keyboard.press(key);
    expect(await place()).toBe('#step-2');
    for (const key of ['k', 'ArrowLeft', 'p']) await page.keyboard.press(key);
    expect(await place()).toBe('#result');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('shows in the filmstrip where one is, and goes where it is clicked', async () => {
    const screenshots = [await screenshotOf(1600, 813), await screenshotOf(1600, 812)];
    const { page, complaints } = await open(traceToHtml(recordSample({ screenshots })));
    const current = () => page.locator('.strip [aria-current]').getAttribute('href');
    await page.keyboard.press('ArrowRight');
    expect(await current()).toBe('#step-1');
    await page.locator('.strip a').nth(1).click();
    expect(await current()).toBe('#step-2');
    const top = (selector: string) =>
      page.locator(selector).evaluate((element) => element.getBoundingClientRect().top);
    // The strip stays in view and hides nothing of the step.
    expect(await top('.strip')).toBe(0);
    expect(await top('#step-2')).toBeGreaterThan(80);
    expect(await page.locator('.strip img').count()).toBe(2);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('has each picture once, and shows it wherever it belongs', async () => {
    const screenshots = [await screenshotOf(1600, 813), await screenshotOf(1600, 812)];
    const html = traceToHtml(recordSample({ screenshots }));
    for (const picture of screenshots) expect(html.split(picture)).toHaveLength(2);
    const { page } = await open(html);
    const widths = await page
      .locator('img')
      .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
    // Two in the filmstrip, two before, and one after.
    expect(widths).toEqual([1600, 1600, 1600, 1600, 1600]);
    await page.context().close();
  });

  it('changes between before and after in place, with B and without a script', async () => {
    const screenshots = [await screenshotOf(1600, 813), await screenshotOf(1600, 812)];
    const html = traceToHtml(recordSample({ screenshots }));
    for (const javaScriptEnabled of [true, false]) {
      const { page } = await open(html, { javaScriptEnabled });
      const step = page.locator('#step-1');
      const seen = async () => [
        await step.locator('.earlier').isVisible(),
        await step.locator('.later').isVisible(),
      ];
      expect(await seen()).toEqual([true, false]);
      if (javaScriptEnabled) {
        await page.keyboard.press('j');
        await page.keyboard.press('b');
      } else await step.getByLabel('After').check();
      expect(await seen()).toEqual([false, true]);
      expect(await page.locator('#step-2 .later').count()).toBe(0);
      await page.context().close();
    }
  });

  it('has the result, or what ended the act, above the steps, and the names of targets in them', async () => {
    const { page } = await open(traceToHtml(recordSample({ status: 'TIMED_OUT' })));
    const order = await page
      .locator('#result, .step')
      .evaluateAll((places) => places.map(({ id }) => id));
    expect(order).toEqual(['result', 'step-1', 'step-2']);
    expect(await page.locator('#result').textContent()).toContain('in step 2');
    expect(await page.locator('#step-1 h2').textContent()).toContain(
      'Click ‘From’, then Type “Boston” into ‘From’',
    );
    expect(await page.locator('#step-1 .problems').textContent()).toContain('500 Internal Server');
    expect(await page.locator('#step-2 .problems').count()).toBe(0);
    await page.context().close();
  });

  it('names the files of its pictures, which are shown from disk under its own policy', async () => {
    const folder = join(directory, crypto.randomUUID());
    const traces = traceWriter({ directory: folder });
    const screenshots = [await screenshotOf(1600, 813), await screenshotOf(1600, 812)];
    playSample(traces, { screenshots });
    await traces.flush();
    const context = await browser.newContext();
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(pathToFileURL(join(folder, 'session-1', 'index.html')).href);
    await page.locator('.act a').click();
    const pictures = page.locator('.earlier img, .strip img');
    await expect(pictures.count()).resolves.toBe(4);
    for (const picture of await pictures.all()) {
      await picture.scrollIntoViewIfNeeded();
      await picture.evaluate((image: HTMLImageElement) => image.decode());
      expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1600);
    }
    await page.locator('.back a').click();
    expect(await page.locator('.tiles').textContent()).toContain('1 succeeded');
    await page.locator('.act img').evaluate((image: HTMLImageElement) => image.decode());
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('shows everything without JavaScript', async () => {
    const { page } = await open(traceToHtml(recordSample()), { javaScriptEnabled: false });
    await expect(page.locator('.step').count()).resolves.toBe(2);
    expect(await page.locator('.status').textContent()).toBe('Succeeded');
    expect(await page.locator('#answer').isVisible()).toBe(true);
    expect(await page.locator('.hint').isVisible()).toBe(false);
    await page.context().close();
  });

  it.each([
    ['a desk', 1280],
    ['a phone', 360],
  ])('puts the box and the point where they were, on %s', async (_name, width) => {
    const viewport = { width, height: 800 };
    const screenshots = [await screenshotOf(1600, 813), await screenshotOf(1600, 813)];
    const { page } = await open(traceToHtml(recordSample({ screenshots })), { viewport });
    const step = page.locator('#step-2');
    const shot = await step.locator('img').boundingBox();
    const box = await step.locator('rect.box').boundingBox();
    const point = await step.locator('circle.disc').first().boundingBox();
    if (!shot || !box || !point) throw new Error('not drawn');
    // The call's box is 500–540 by 700–900 in a page of 1600 × 813.
    const scale = shot.width / 1600;
    expect(shot.height / shot.width).toBeCloseTo(813 / 1600, 2);
    expect((box.x + box.width / 2 - shot.x) / scale).toBeCloseTo(800, 0);
    expect((box.y + box.height / 2 - shot.y) / scale).toBeCloseTo(520, 0);
    expect((point.x + point.width / 2 - shot.x) / scale).toBeCloseTo(800, 0);
    expect(point.width).toBeCloseTo(7, 0);
    await page.context().close();
  });

  it.each([
    [
      'an act',
      (texts: NonNullable<SampleOptions['texts']>) => traceToHtml(recordSample({ texts })),
    ],
    ['a session', (texts: NonNullable<SampleOptions['texts']>) => sessionOf({ texts })],
  ])(
    'of %s fits a phone without scrolling sideways, whatever length the texts have',
    async (_name, page_) => {
      const long = 'x'.repeat(2000);
      const texts = { prompt: long, url: `https://e.com/${long}`, response: long, typed: long };
      const more = { title: long, complaint: long, hit: `button "${long}"` };
      const html = page_({ ...texts, ...more });
      const { page } = await open(html, { viewport: { width: 360, height: 800 } });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await page.context().close();
    },
  );

  it.each(['light', 'dark'] as const)(
    'is readable in %s: text stands out of its ground',
    async (colorScheme) => {
      const { page } = await open(traceToHtml(recordSample()), { colorScheme });
      const contrast = await page.evaluate(() => {
        const light = (color: string) => {
          const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
            const level = Number(part) / 255;
            return level <= 0.03928 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const ratio = (ink: string, ground: string) => {
          const [a, b] = [light(ink), light(ground)];
          return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        };
        const ground = getComputedStyle(document.querySelector('.step') ?? document.body);
        const inks = ['.what', '.time', '.why', '.url', '.facts dt', '.step h2 a'];
        return inks.map((selector) => {
          const element = document.querySelector(selector);
          const ink = element ? getComputedStyle(element).color : '';
          return ratio(ink, ground.backgroundColor);
        });
      });
      // WCAG 2.2 AA for body text.
      for (const ratio of contrast) expect(ratio).toBeGreaterThanOrEqual(4.5);
      await page.context().close();
    },
  );
});
