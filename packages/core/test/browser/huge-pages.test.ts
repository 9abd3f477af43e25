import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHand, type TestHand } from '../support/open-hand.js';

let hand: TestHand;
beforeAll(async () => {
  hand = await openHand({ captureDom: true });
});
afterAll(() => hand.actuator.stop());

/** What is seen of a page that a script has built. */
async function seen(build: () => void) {
  await hand.page.setContent('<title>Page</title><body><button>First</button><main></main>');
  await hand.page.evaluate(build);
  return hand.actuator.observe(hand.signal);
}

/** A request with a picture of a megabyte in it is still within the 5 MB of the service. */
const MOST = 4_000_000;
const size = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

describe('a page that is larger than can be sent', () => {
  it.each([
    [
      '2,000 elements in each other: with more, the browser crashes by itself',
      () => {
        let at: Element = document.querySelector('main') as Element;
        for (let level = 0; level < 2_000; level += 1) {
          at = at.appendChild(document.createElement('div'));
          at.id = `d${level}`;
        }
        at.textContent = 'the end';
      },
    ],
    [
      'shadow roots in each other',
      () => {
        let at: Element | ShadowRoot = document.querySelector('main') as Element;
        for (let level = 0; level < 2_000; level += 1) {
          at = at.appendChild(document.createElement('section')).attachShadow({ mode: 'open' });
        }
      },
    ],
    [
      'megabytes of text in other scripts',
      () => {
        for (let at = 0; at < 60; at += 1) {
          const line = document.createElement('p');
          line.style.cssText = 'white-space:nowrap;overflow:hidden;height:1em';
          line.textContent = 'é漢 '.repeat(10_000);
          document.querySelector('main')?.append(line);
        }
      },
    ],
    [
      'a text area of megabytes',
      () => {
        const area = document.createElement('textarea');
        area.value = '"<&'.repeat(400_000);
        document.querySelector('main')?.append(area);
      },
    ],
    [
      '60,000 elements',
      () => {
        const list = document.createElement('ul');
        list.innerHTML = '<li id="x">a</li>'.repeat(60_000);
        document.querySelector('main')?.append(list);
      },
    ],
    [
      'attributes without an end',
      () => {
        const button = document.createElement('button');
        for (let at = 0; at < 20_000; at += 1) button.setAttribute(`aria-${at}`, 'x'.repeat(500));
        document.querySelector('main')?.append(button);
      },
    ],
    [
      'a title of megabytes',
      () => {
        document.title = 'x'.repeat(5_000_000);
      },
    ],
  ])('is seen from its beginning: %s', async (_, build) => {
    const { simplifiedDOM, idToBboxMap } = await seen(build);
    expect(simplifiedDOM).toMatch(
      /^<body nova-act-id="\d+" title="(?:Page|x+…)"><button[^>]*>First</,
    );
    expect(simplifiedDOM).toMatch(/<\/body>$/);
    expect(size({ simplifiedDOM, idToBboxMap })).toBeLessThan(MOST);
  });
});

describe('a page of a usual size', () => {
  it('is seen whole: 5,000 rows', async () => {
    const { simplifiedDOM } = await seen(() => {
      const table = document.createElement('table');
      table.innerHTML = '<tr><td>one</td><td>two</td></tr>'.repeat(5_000);
      document.querySelector('main')?.append(table);
    });
    expect(simplifiedDOM.match(/>two</g)).toHaveLength(5_000);
    expect(simplifiedDOM).not.toContain('…');
  });
});
