import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

  it('sends the agent to agentType for a native select, with its options', async () => {
    await hand.page.setContent('<select><option>Red</option><option>Blue</option></select>');
    await expect(clickOn('select')).rejects.toThrow('["Red","Blue"]');
  });

  it('says what covers the target, and clicks nothing', async () => {
    await hand.page.setContent(`
      <button onclick="window.hit=true">Save</button>
      <div style="position:fixed;inset:0" onclick="window.veil=true" aria-label="Loading"></div>`);
    await expect(clickOn('button')).rejects.toThrow('button "Save" is covered by div "Loading"');
    expect(await read('[window.hit, window.veil]')).toEqual([undefined, undefined]);
  });

  it('reports a dialog with the answer it was given', async () => {
    await hand.page.setContent(
      `<button onclick="window.answer=confirm('Delete it?')">Delete</button>`,
    );
    expect(await clickOn('button')).toEqual({
      hit: 'button "Delete"',
      notes: ['The page asked (confirm): "Delete it?". It was answered Cancel.'],
    });
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

  it('chooses an option of a native select and tells the page', async () => {
    await hand.page.setContent(
      `<select onchange="window.chosen=this.value"><option value="r">Red</option><option value="b">Blue</option></select>`,
    );
    expect(await typeInto('select', 'bl')).toEqual({ chosen: ['Blue'] });
    expect(await read('chosen')).toBe('b');
    await expect(typeInto('select', 'green')).rejects.toThrow('["Red","Blue"]');
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
