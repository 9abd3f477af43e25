import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AgentRedirectError } from '../../src/errors/index.js';
import { openHand, type TestHand } from '../support/open-hand.js';

let hand: TestHand;
beforeAll(async () => {
  hand = await openHand();
});
afterAll(async () => {
  await hand.actuator.stop();
});

async function clickOn(selector: string, clickType: 'left' | 'left-double' | 'right' = 'left') {
  return hand.actuator.click(await hand.boxOf(selector), { clickType }, hand.signal);
}
async function typeInto(selector: string, text: string, pressEnter = false) {
  return hand.actuator.type(text, await hand.boxOf(selector), { pressEnter }, hand.signal);
}
const read = <T>(expression: string) => hand.page.evaluate<T>(expression);

describe('click', () => {
  it('clicks the centre of the box and says what was hit', async () => {
    await hand.page.setContent(
      `<button onclick="window.hits=(window.hits||0)+1">Search <b>now</b></button>`,
    );
    expect(await clickOn('button')).toEqual({ hit: 'button "Search now"' });
    expect(await read('hits')).toBe(1);
  });

  it('double-clicks and right-clicks', async () => {
    await hand.page.setContent(
      `<p ondblclick="window.twice=true" oncontextmenu="window.menu=true">text</p>`,
    );
    await clickOn('p', 'left-double');
    await clickOn('p', 'right');
    expect(await read('[twice, menu]')).toEqual([true, true]);
  });

  it('says which area of an image map was hit, in each way that it can be named', async () => {
    await hand.page.setContent(
      `<img alt="Plan" src="data:," usemap="#m" style="position:absolute;left:50px;top:20px;width:300px;height:200px">
       <map name="m"><area alt="Main hall" coords="0,0,100,100" href="#hall">
       <area shape="circle" title="Pond" coords="150,50,50" onclick="window.pond=true">
       <area coords="200,0,300,100" href="#north"></map>`,
    );
    const clickAt = (left: number, top: number) =>
      hand.actuator.click(
        { left, top, right: left + 100, bottom: top + 100 },
        { clickType: 'left' },
        hand.signal,
      );
    expect(await clickAt(50, 20)).toEqual({ hit: 'link "Main hall"' });
    expect(await clickAt(150, 20)).toEqual({ hit: 'link "Pond"' });
    expect(await clickAt(250, 20)).toEqual({ hit: 'link "#north"' });
    expect(await clickAt(50, 120)).toEqual({ hit: 'image "Plan"' });
    expect(await read('[location.hash, pond]')).toEqual(['#north', true]);
  });

  it('hits the area that a box was drawn around, though its middle is another’s', async () => {
    await hand.page.setContent(
      `<img src="data:," usemap="#m" style="position:absolute;left:0;top:0;width:300px;height:200px">
       <map name="m"><area alt="Island" shape="circle" coords="60,60,10" href="#island">
       <area alt="Shore" shape="poly" coords="0,0,120,0,120,30,30,30,30,120,0,120" href="#shore"></map>`,
    );
    const around = (left: number, top: number, size: number) =>
      hand.actuator.click(
        { left, top, right: left + size, bottom: top + size },
        { clickType: 'left' },
        hand.signal,
      );
    expect(await around(0, 0, 120)).toEqual({ hit: 'link "Shore"' });
    expect(await read('location.hash')).toBe('#shore');
    expect(await around(50, 50, 20)).toEqual({ hit: 'link "Island"' });
  });

  it('sends the agent to agentType for a native select, with its options', async () => {
    await hand.page.setContent('<select><option>Red</option><option>Blue</option></select>');
    await expect(clickOn('select')).rejects.toThrow(
      '[{"label":"Red","value":"Red"},{"label":"Blue","value":"Blue"}]',
    );
  });

  it('says what covers the target, and clicks nothing', async () => {
    await hand.page.setContent(`
      <button onclick="window.hit=true">Save</button>
      <div style="position:fixed;inset:0" onclick="window.veil=true" aria-label="Loading"></div>`);
    await expect(clickOn('button')).rejects.toThrow('button "Save" is covered by div "Loading"');
    expect(await read('[window.hit, window.veil]')).toEqual([undefined, undefined]);
  });

  it('sends the agent back when a dialog was answered with no: it was not done', async () => {
    await hand.page.setContent(
      `<button onclick="window.answer=confirm('Delete it?')">Delete</button>`,
    );
    await expect(clickOn('button')).rejects.toThrow(
      new AgentRedirectError('The page asked (confirm): "Delete it?". It was answered Cancel.'),
    );
    expect(await read('answer')).toBe(false);
  });

  it('sends the agent to agentType when the click opened a file chooser', async () => {
    await hand.page.setContent(
      `<input type="file" id="f" hidden><button onclick="f.click()">Upload…</button>`,
    );
    const clicking = clickOn('button').then(() => hand.actuator.settle(hand.signal));
    await expect(clicking).rejects.toThrow('opened a file chooser');
  });
});

describe('type', () => {
  it('replaces what the field holds and says what it holds then', async () => {
    await hand.page.setContent('<label>From <input value="old"></label>');
    expect(await typeInto('input', 'Boston')).toEqual({ field: 'input "From"', holds: 'Boston' });
    expect(await read('document.querySelector("input").value')).toBe('Boston');
  });

  it('presses Enter when asked', async () => {
    await hand.page.setContent(
      `<form onsubmit="window.sent=q.value;return false"><input id="q" name="q"></form>`,
    );
    await typeInto('#q', 'wolf', true);
    expect(await read('sent')).toBe('wolf');
  });

  it('says that a read-only or disabled field takes nothing', async () => {
    await hand.page.setContent('<input id="a" readonly><input id="b" disabled>');
    await expect(typeInto('#a', 'x')).rejects.toThrow('read-only');
    await expect(typeInto('#b', 'x')).rejects.toThrow('disabled');
  });

  it('replaces the old text in the browser’s own way, whatever system drives it', async () => {
    await hand.page.setContent('<div contenteditable aria-label="Text">old</div>');
    const driver = process.platform === 'darwin' ? 'linux' : 'darwin';
    const platform = vi.spyOn(process, 'platform', 'get').mockReturnValue(driver);
    try {
      expect(await typeInto('div', 'new')).toMatchObject({ holds: 'new' });
    } finally {
      platform.mockRestore();
    }
  });

  it('chooses an option of a native select and tells the page', async () => {
    await hand.page.setContent(
      `<select onchange="window.chosen=this.value"><option value="r">Red</option><option value="b">Blue</option></select>`,
    );
    expect(await typeInto('select', 'bl')).toEqual({ chosen: ['Blue'] });
    expect(await read('chosen')).toBe('b');
    await expect(typeInto('select', 'green')).rejects.toThrow(
      '[{"label":"Red","value":"Red"},{"label":"Blue","value":"Blue"}]',
    );
  });

  it('types into editable text', async () => {
    await hand.page.setContent('<div contenteditable style="width:300px;height:50px">old</div>');
    await typeInto('div', 'one\ntwo');
    expect(await read('document.querySelector("div").innerText')).toBe('one\ntwo');
  });

  it('puts in 10,000 characters', async () => {
    await hand.page.setContent('<textarea></textarea>');
    const text = 'word '.repeat(2000);
    await typeInto('textarea', text);
    expect(await read('document.querySelector("textarea").value')).toBe(text);
  });

  it('sets a date written in words', async () => {
    await hand.page.setContent('<input type="date">');
    expect(await typeInto('input', 'Feb 22nd 2026')).toEqual({
      field: 'input of type date',
      holds: '2026-02-22',
    });
  });
});

describe('scroll', () => {
  it('scrolls the page by three quarters of the viewport and says so', async () => {
    await hand.page.setContent('<div style="height:5000px;width:300px">long</div>');
    expect(
      await hand.actuator.scroll(
        'down',
        { left: 0, top: 0, right: 300, bottom: 813 },
        {},
        hand.signal,
      ),
    ).toEqual({ scrolled: 610, of: 'page', atEnd: false });
    expect(await read('scrollY')).toBe(610);
  });

  it('says that what is at its end scrolls no further', async () => {
    await hand.page.setContent('<div style="height:50px">short</div>');
    await hand.page.setContent('<div style="height:5000px;width:300px">long</div>');
    await expect(
      hand.actuator.scroll('up', { left: 0, top: 0, right: 300, bottom: 813 }, {}, hand.signal),
    ).rejects.toThrow('at its top already');
  });
});

describe('observe', () => {
  it('sees the viewport in CSS pixels, and the DOM when asked', async () => {
    await hand.page.setContent('<title>T</title><h1>Hello</h1>');
    const seen = await hand.actuator.observe(hand.signal);
    expect(seen.browserDimensions).toMatchObject({ windowWidth: 1600, windowHeight: 813 });
    expect(seen.screenshotBase64).toMatch(/^data:image\/jpeg;base64,/);
    expect(seen.userAgent).toMatch(/ Chrome\/.* Agent-NovaAct\/0\.9$/);
    expect(seen.simplifiedDOM).toBe('');
  });
});
