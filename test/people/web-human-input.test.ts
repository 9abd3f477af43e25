import {
  ActApproveCanceledError,
  ActTimeoutError,
  ActUiTakeoverCanceledError,
  type HumanQuestion,
  NovaAct,
  type NovaActOptions,
  webHumanInput,
} from '@nova-act/core';
import { type RunningLocalService, scriptedModel, startLocalService } from '@nova-act/local';
import { type Browser, type Page, chromium as playwright } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runExample } from '../examples/run-example.js';
import { chromium, launchOptions } from '../support/chromium.js';
import { type PageServer, servePages } from '../support/serve-pages.js';
import { rejection } from '../workflow/support/local-run.js';

const PAGES = {
  '/': `<!doctype html><title>Login</title><body style="margin:0">
    <input id=name style="position:absolute;left:100px;top:100px;width:300px;height:40px">
    <button style="position:absolute;left:100px;top:200px;width:300px;height:40px"
      onclick="document.title='hello '+document.getElementById('name').value">Log in</button>
    <a href="/tab" target=_blank style="position:absolute;left:100px;top:300px;width:300px;height:40px">tab</a>
    <div style="height:4000px">`,
  '/tab': '<!doctype html><title>Tab</title><h1 style="font-size:80px">Another tab</h1>',
};

let service: RunningLocalService;
let pages: PageServer;
let browser: Browser;
let call: 'human_Approve' | 'human_UiTakeover';
beforeAll(async () => {
  pages = await servePages(PAGES);
  service = await startLocalService({
    model: scriptedModel(({ step }) =>
      step === 1
        ? [{ name: call, input: { message: 'May I buy 2 lamps?' } }, 'takeObservation']
        : [['return', '"done"']],
    ),
  });
  browser = await playwright.launch(launchOptions);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser.close();
  await service.stop();
  await pages[Symbol.asyncDispose]();
});

/** An act in which the agent asks, and what a person does with the link. */
async function asking(
  name: typeof call,
  person: (question: HumanQuestion, nova: NovaAct) => unknown,
  options: NovaActOptions = {},
) {
  call = name;
  let nova: NovaAct | undefined;
  let done: Promise<unknown> = Promise.resolve();
  const humanInput = webHumanInput({
    notify: (question) => {
      done = Promise.resolve(person(question, nova as NovaAct));
    },
  });
  return NovaAct.use(
    {
      ...chromium(),
      ...service.novaActOptions,
      startingPage: `${pages.url}/`,
      humanInput,
      ...options,
    },
    async (started) => {
      nova = started;
      const outcome = await started.act('Buy lamps').catch((error: unknown) => error);
      await done;
      return { outcome, title: await started.page.title(), url: started.page.url() };
    },
  );
}

/** The page of the question in a browser of the person's own. */
async function opened({ link }: Pick<HumanQuestion, 'link'>): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(link);
  return page;
}
const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

/** Clicks on a place of the agent's page, as it is seen in the picture. */
async function clickInPicture(page: Page, x: number, y: number) {
  await page.getByText('live', { exact: true }).waitFor();
  const box = await page.getByRole('application').boundingBox();
  if (!box) throw new Error('there is no picture');
  const scale = box.width / 1600;
  await page.mouse.click(box.x + x * scale, box.y + y * scale);
}

describe('An approval on the web', () => {
  it('is asked with the message and the picture, and goes on with a yes', async () => {
    const { outcome } = await asking('human_Approve', async (question) => {
      expect(question).toMatchObject({ kind: 'approve', prompt: 'Buy lamps' });
      const page = await opened(question);
      await page.getByText('May I buy 2 lamps?').waitFor();
      expect(await page.locator('#picture').getAttribute('src')).toBe(question.screenshot);
      await press(page, 'Approve');
      await page.getByText('Approved.').waitFor();
    });
    expect(outcome).toMatchObject({ metadata: { humanWaitMs: expect.any(Number) } });
  });

  it('ends the act with a no', async () => {
    const { outcome } = await asking('human_Approve', async (question) =>
      press(await opened(question), 'Decline'),
    );
    expect(outcome).toBeInstanceOf(ActApproveCanceledError);
  });

  it('is for the browser that opens the link first, and for no other', async () => {
    const { outcome } = await asking('human_Approve', async (question) => {
      const first = await opened(question);
      await first.getByText('May I buy').waitFor();
      const second = await opened(question);
      await second.getByText('opened in another browser').waitFor();
      await first.reload();
      await press(first, 'Approve');
    });
    expect(outcome).not.toBeInstanceOf(Error);
  });

  it('is not used up by a program that fetches the link', async () => {
    const { outcome } = await asking('human_Approve', async (question) => {
      expect((await fetch(question.link)).status).toBe(200);
      await press(await opened(question), 'Approve');
    });
    expect(outcome).not.toBeInstanceOf(Error);
  });

  it('takes the first answer of two tabs, and tells the other', async () => {
    const { outcome } = await asking('human_Approve', async (question) => {
      const one = await opened(question);
      await one.getByText('May I buy').waitFor();
      const other = await one.context().newPage();
      await other.goto(question.link);
      await other.getByText('May I buy').waitFor();
      await press(one, 'Decline');
      await other.getByText('Declined.').waitFor();
    });
    expect(outcome).toBeInstanceOf(ActApproveCanceledError);
  });

  it('survives a closed tab', async () => {
    const { outcome } = await asking('human_Approve', async (question) => {
      const page = await opened(question);
      await page.getByText('May I buy').waitFor();
      const again = await page.context().newPage();
      await page.close();
      await again.goto(question.link);
      await press(again, 'Approve');
    });
    expect(outcome).not.toBeInstanceOf(Error);
  });

  it('is taken back when the act is canceled, and its link is gone', async () => {
    const cancel = new AbortController();
    let link = '';
    const { outcome } = await asking(
      'human_Approve',
      async (question) => {
        link = question.link;
        const page = await opened(question);
        await page.getByText('May I buy').waitFor();
        cancel.abort();
        await page.getByText('needs no answer any more').waitFor();
      },
      { signal: cancel.signal },
    ).catch((error: unknown) => ({ outcome: error }));
    expect(outcome).toMatchObject({ code: 'ACT_CANCELED' });
    await expect(fetch(link)).rejects.toThrow();
  });

  it('ends the act when nobody answers within humanTimeoutMs', async () => {
    const { outcome } = await asking('human_Approve', () => {}, { humanTimeoutMs: 50 });
    expect(outcome).toBeInstanceOf(ActTimeoutError);
    expect(outcome).toMatchObject({ message: expect.stringContaining('humanTimeoutMs') });
  });

  it('ends the act when the link cannot be brought to anybody', async () => {
    const failure = new Error('the chat is down');
    const { outcome } = await asking('human_Approve', () => Promise.resolve(), {
      humanInput: webHumanInput({ notify: () => Promise.reject(failure) }),
    });
    expect(outcome).toBe(failure);
  });

  it('shows what a model says as text', async () => {
    const { outcome } = await asking('human_Approve', async (question) => {
      const page = await opened(question);
      await page.getByText('May I buy').waitFor();
      expect(await page.locator('#message *').count()).toBe(0);
      await press(page, 'Approve');
    });
    expect(outcome).not.toBeInstanceOf(Error);
  });
});

describe('A takeover on the web', () => {
  it('works the page by mouse and keys, and the agent goes on with what it has become', async () => {
    const { title } = await asking('human_UiTakeover', async (question) => {
      const page = await opened(question);
      await clickInPicture(page, 200, 120);
      await page.keyboard.type('Zo');
      // As a keyboard that has the key does it.
      await page.getByRole('application').dispatchEvent('keydown', { key: 'ë' });
      await clickInPicture(page, 200, 220);
      await press(page, 'Done, give it back');
    });
    expect(title).toBe('hello Zoë');
  });

  it('scrolls it by the wheel', async () => {
    await asking('human_UiTakeover', async (question, nova) => {
      const page = await opened(question);
      await clickInPicture(page, 800, 500);
      await page.mouse.wheel(0, 600);
      await expect.poll(() => nova.page.evaluate(() => scrollY)).toBeGreaterThan(300);
      await press(page, 'Done, give it back');
    });
  });

  it('follows a tab that opens', async () => {
    const { url } = await asking('human_UiTakeover', async (question) => {
      const page = await opened(question);
      await clickInPicture(page, 200, 310);
      await page.getByText('/tab').waitFor();
      await press(page, 'Done, give it back');
    });
    expect(url).toBe(`${pages.url}/tab`);
  });

  it('ends the act when it is given up', async () => {
    const { outcome } = await asking('human_UiTakeover', async (question) =>
      press(await opened(question), 'Give up'),
    );
    expect(outcome).toBeInstanceOf(ActUiTakeoverCanceledError);
  });

  it('lets nobody else work the page', async () => {
    await asking('human_UiTakeover', async (question) => {
      const page = await opened(question);
      await page.getByText('live', { exact: true }).waitFor();
      for (const action of ['input', 'answer']) {
        const { status } = await fetch(`${question.link}/${action}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: action === 'input' ? '[{"type":"text","text":"x"}]' : '{"answer":"complete"}',
        });
        expect(status).toBe(403);
      }
      expect((await fetch(`${question.link}/events`)).status).toBe(403);
      await press(page, 'Done, give it back');
    });
  });
});

it('Options that cannot be used are refused', async () => {
  const refuse = (options: object) => rejection((async () => webHumanInput(options as never))());
  expect(await refuse({})).toMatchObject({ code: 'VALIDATION_FAILED' });
  expect(await refuse({ notify: () => {}, port: 70_000 })).toMatchObject({
    code: 'VALIDATION_FAILED',
  });
  expect(await refuse({ notify: () => {}, publicUrl: 'x' })).toMatchObject({
    code: 'VALIDATION_FAILED',
  });
});

it('The example is answered at the link that it prints', async () => {
  let answering: Promise<void> | undefined;
  const { code, stdout, stderr } = await runExample('ask-a-person', undefined, (printed) => {
    const [link] = /http:\S+(?=\n)/.exec(printed) ?? [];
    if (link) answering ??= opened({ link }).then((page) => press(page, 'Approve'));
  });
  await answering;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/ordered, after \d+ s of a person/);
}, 120_000);
