import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { rulesModel } from '@nova-act/rules';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../packages/rules/test/snippet.js';
import { strangers } from '../../packages/rules/test/strangers.js';
import { rows } from '../../packages/rules/test/strangers-questions.js';
import { findPythonSdk, pythonSdkMayBeInstalled } from '../../scripts/bench/step/python-sdk.js';
import { launchOptions } from '../support/chromium.js';

const run = promisify(execFile);
const python = (await pythonSdkMayBeInstalled())
  ? await findPythonSdk()
  : { reason: 'it is not installed (set BENCH_PYTHON, or CI=true to install it)' };
const reason = 'reason' in python ? python.reason : '';
const place =
  'import importlib.util as u; print(u.find_spec("nova_act").submodule_search_locations[0])';

describe.skipIf('reason' in python)(
  `the model made of rules, on pages as the official client captures them${reason && ` (${reason})`}`,
  () => {
    let browser: Browser;
    let page: Page;
    let capture: string;
    beforeAll(async () => {
      if (!('interpreter' in python)) return;
      const { stdout } = await run(python.interpreter, ['-c', place]);
      const file = `${stdout.trim()}/tools/browser/default/util/get_simplified_dom.js`;
      capture = `(${(await readFile(file, 'utf8')).trim().replace(/;$/, '')})()`;
      browser = await chromium.launch(launchOptions);
      page = await browser.newPage({ viewport: { width: 1600, height: 813 } });
    });
    afterAll(() => browser?.close());

    const seen = { right: 0, refused: 0 };

    it.each(rows)('%s: %s: is right, or refuses', async (name, question, schema, answer) => {
      await page.setContent(strangers[name]);
      const { bboxes, modifiedHtml } = (await page.evaluate(capture)) as {
        bboxes: Record<string, { x: number; y: number; width: number; height: number }>;
        modifiedHtml: string;
      };
      const [scrollWidth = 0, scrollHeight = 0] = await page.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement;
        return [scrollWidth, scrollHeight];
      });
      const calls = rulesModel({ now: () => today }).step({
        prompt: question,
        ...(schema === undefined ? {} : { schema }),
        observation: {
          activeURL: 'https://shop.example/page',
          simplifiedDOM: modifiedHtml,
          idToBboxMap: bboxes,
          browserDimensions: {
            windowWidth: 1600,
            windowHeight: 813,
            scrollWidth,
            scrollHeight,
            scrollLeft: 0,
            scrollTop: 0,
          },
        },
        callResults: [],
        memory: {},
      });
      const last = calls.at(-1);
      if (last?.name === 'throw') {
        seen.refused++;
        return;
      }
      const [value] = Array.isArray(last?.input) ? last.input : [];
      expect(last?.name).toBe('return');
      expect(schema === undefined ? value : JSON.parse(String(value))).toEqual(answer);
      seen.right++;
    });

    it('is right about some of it', () => {
      expect(seen.right).toBeGreaterThan(rows.length / 4);
    });
  },
);
