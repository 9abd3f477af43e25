import type { ElementHandle, Page } from 'playwright';
import type {
  JsonObject,
  JsonValue,
  ModelCall,
  ModelCallResult,
  ModelObservation,
  ModelStep,
  RulesModel,
} from '../src/model.js';
import { stepOn } from './snippet.js';

// A capture of the tests' own, after the words of ARCHITECTURE.md: the rules model must not lean on how one client writes it.
const captureInPage = `(() => {
  const kept = ['id','name','type','value','placeholder','title','alt','href','role','for','checked','selected','disabled','readonly','required','multiple','min','max','step','maxlength','contenteditable','autocomplete'];
  const skipped = new Set(['SCRIPT','STYLE','TEMPLATE','HEAD','NOSCRIPT','LINK','META']);
  const boxes = {};
  let next = 0;
  const escape = (text) => text.replaceAll('&','&amp;').replaceAll('<','&lt;').replaceAll('>','&gt;').replaceAll('"','&quot;');
  const write = (element) => {
    if (skipped.has(element.tagName)) return '';
    const tag = element.tagName.toLowerCase();
    const style = getComputedStyle(element);
    const inSelect = tag === 'option' || tag === 'optgroup';
    if (!inSelect && (style.display === 'none' || style.visibility === 'hidden')) return '';
    const id = String(++next);
    const rect = element.getBoundingClientRect();
    boxes[id] = { x: rect.x, y: rect.y, width: rect.width, height: rect.height };
    const attributes = { 'nova-act-id': id };
    for (const attribute of element.attributes) if (kept.includes(attribute.name) || attribute.name.startsWith('aria-')) attributes[attribute.name] = attribute.value;
    if (tag === 'body') attributes.title = document.title;
    if (tag === 'input' || tag === 'select') attributes.value = element.type === 'password' ? '' : element.value;
    if (tag === 'input') { delete attributes.checked; if (element.checked) attributes.checked = ''; }
    if (tag === 'option') { delete attributes.selected; if (element.selected) attributes.selected = ''; }
    const open = '<' + tag + Object.entries(attributes).map(([name, value]) => ' ' + name + '="' + escape(value) + '"').join('') + '>';
    const inside = tag === 'textarea' ? escape(element.value) : [...(element.shadowRoot ?? element).childNodes].map((node) => node.nodeType === 3 ? escape(node.data.replace(/\\s+/g, ' ')) : node.nodeType === 1 ? write(node) : '').join('');
    return open + inside + '</' + tag + '>';
  };
  const simplifiedDOM = write(document.body);
  const root = document.documentElement;
  return { activeURL: location.href, simplifiedDOM, idToBboxMap: boxes, browserDimensions: { windowWidth: innerWidth, windowHeight: innerHeight, scrollWidth: root.scrollWidth, scrollHeight: root.scrollHeight, scrollLeft: Math.round(scrollX), scrollTop: Math.round(scrollY) } };
})()`;

/** What a client with DOM capture would send, without the screenshot. */
export async function observe(page: Page): Promise<ModelObservation> {
  return (await page.evaluate(captureInPage)) as ModelObservation;
}

function centre(call: ModelCall): { x: number; y: number } {
  const texts = Array.isArray(call.input)
    ? call.input
    : [String((call.input as JsonObject)['box'])];
  const box = texts.map(String).find((one) => one.startsWith('<box>'));
  const [top = 0, left = 0, bottom = 0, right = 0] = (box ?? '')
    .slice(5)
    .split(',')
    .map((one) => Number.parseFloat(one));
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

const atPoint = `({ x, y }) => { let one = document.elementFromPoint(x, y); while (one?.shadowRoot) one = one.shadowRoot.elementFromPoint(x, y); return one?.closest('label')?.control ?? one?.closest('select,input') ?? one; }`;

/** Does one call as the client would: a native select cannot be clicked, its options are named. */
async function perform(page: Page, call: ModelCall): Promise<string> {
  const input: JsonValue[] = Array.isArray(call.input) ? call.input : [];
  switch (call.name) {
    case 'agentClick': {
      const { x, y } = centre(call);
      const select = await page.evaluate(
        `(() => { const one = (${atPoint})({ x: ${x}, y: ${y} }); return one?.tagName === 'SELECT' ? JSON.stringify([...one.options].map((option) => option.text)) : ''; })()`,
      );
      if (typeof select === 'string' && select !== '')
        return `AgentRedirectError: this is a select; use agentType with one of ${select}`;
      await page.mouse.click(x, y, {
        button: input[1] === 'right' ? 'right' : 'left',
        clickCount: input[1] === 'left-double' ? 2 : 1,
      });
      return 'null';
    }
    case 'agentHover': {
      const { x, y } = centre(call);
      await page.mouse.move(x, y);
      return 'null';
    }
    case 'agentType': {
      const { x, y } = centre(call);
      const value = String(input[0]);
      const handle = await page.evaluateHandle(`(${atPoint})({ x: ${x}, y: ${y} })`);
      const element = handle.asElement() as ElementHandle<Element> | null;
      if (element === null) return 'AgentRedirectError: nothing is there';
      const kind = await element.evaluate((one) =>
        one instanceof HTMLSelectElement
          ? 'select'
          : one instanceof HTMLInputElement
            ? one.type
            : 'other',
      );
      if (kind === 'select') await element.selectOption({ label: value });
      else if (kind === 'file') await element.setInputFiles(value);
      else if (['date', 'time', 'month', 'week', 'datetime-local', 'range', 'color'].includes(kind))
        await element.fill(value);
      else {
        await page.mouse.click(x, y);
        await page.keyboard.press('ControlOrMeta+a');
        await page.keyboard.press('Delete');
        await page.keyboard.type(value);
        if (input[2] === true) await page.keyboard.press('Enter');
      }
      return 'null';
    }
    case 'agentScroll': {
      const named = Array.isArray(call.input)
        ? { direction: String(input[0]), value: 600 }
        : (call.input as JsonObject);
      const { x, y } = centre(call);
      const pixels = Number(named['value'] ?? 600);
      await page.mouse.move(x, y);
      const direction = String(named['direction']);
      await page.mouse.wheel(
        direction === 'left' ? -pixels : direction === 'right' ? pixels : 0,
        direction === 'up' ? -pixels : direction === 'down' ? pixels : 0,
      );
      // The wheel is answered before the page has scrolled.
      await page.evaluate(
        'new Promise((done) => { let last = -1; const look = () => { if (scrollY === last) done(); else { last = scrollY; setTimeout(look, 60); } }; setTimeout(look, 60); })',
      );
      return 'null';
    }
    case 'goToUrl':
      await page.goto(String(input[0]));
      return 'null';
    default:
      return 'null';
  }
}

const twoFrames =
  'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))))';

/** Waits until the document that an action began to load is there; enough for pages that are still otherwise. */
function settler(page: Page): () => Promise<void> {
  let loading: Promise<unknown> | undefined;
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) {
      loading = page.waitForEvent('load');
    }
  });
  return async () => {
    for (let turn = 0; turn < 3; turn++) {
      // A document that goes away takes the evaluation with it; the next one is looked at then.
      await page.evaluate(twoFrames).catch(() => page.waitForLoadState());
      const waited = loading;
      if (waited === undefined) continue;
      await waited;
      if (loading === waited) loading = undefined;
    }
  };
}

export interface RunResult {
  /** What the act returned; parsed when a schema was given. */
  value?: unknown;
  /** Why the model gave up. */
  thrown?: string;
  /** Every call that touched the page, as name and first argument. */
  calls: string[];
}

/** Runs one act of a model on a page of a real browser, without a client or a service between them. */
export async function runAct(
  page: Page,
  model: RulesModel,
  prompt: string,
  schema?: JsonObject,
  maxSteps = 40,
): Promise<RunResult> {
  const calls: string[] = [];
  const memory = {};
  let results: ModelCallResult[] = [];
  const settle = settler(page);
  for (let step = 1; step <= maxSteps; step++) {
    await settle();
    const observation = await observe(page);
    const request: ModelStep = stepOn(observation, prompt, {
      memory,
      callResults: results,
      ...(schema === undefined ? {} : { schema }),
    });
    const program = model.step(request);
    results = [];
    for (const call of program) {
      const value = Array.isArray(call.input) ? call.input[0] : undefined;
      if (call.name === 'return')
        return { value: schema === undefined ? value : JSON.parse(String(value)), calls };
      if (call.name === 'throw') return { thrown: String(value), calls };
      if (!['think', 'waitForPageToSettle', 'takeObservation'].includes(call.name))
        calls.push(
          `${call.name} ${String(Array.isArray(call.input) ? call.input[0] : (call.input as JsonObject)['direction'])}`,
        );
      const text = await perform(page, call);
      results.push({ text });
      if (text.startsWith('AgentRedirectError')) break;
    }
  }
  return { thrown: `no end in ${maxSteps} steps`, calls };
}
