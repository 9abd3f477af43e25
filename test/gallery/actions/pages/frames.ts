import { type ActionPage, counter } from '../action-page.js';

const frame = (src: string, style = '') =>
  `<p>Above</p><iframe src="${src}" style="width:400px;height:200px;border:7px solid;padding:3px;${style}"></iframe>`;
const button = `<body style="margin:20px"><button ${counter}>In the frame</button><input id="q">`;

async function inFrame(hand: Parameters<ActionPage['act']>[0], selector: string) {
  const frame = hand.page.frames()[1];
  await frame?.waitForLoadState('load');
  const rect = await frame?.locator(selector).boundingBox();
  if (!rect) throw new Error(`${selector} has no box`);
  const { x, y, width, height } = rect;
  return { left: x, top: y, right: x + width, bottom: y + height };
}
const { signal } = new AbortController();
const clickIn = async (hand: Parameters<ActionPage['act']>[0], selector: string) =>
  hand.actuator.click(await inFrame(hand, selector), { clickType: 'left' }, signal);
const typeIn = async (hand: Parameters<ActionPage['act']>[0], selector: string, text: string) =>
  hand.actuator.type(text, await inFrame(hand, selector), { pressEnter: false }, signal);

export const framePages: readonly ActionPage[] = [
  { kind: 'a frame of the same origin', src: 'SAME', style: '' },
  { kind: 'a frame of another site, in a process of its own', src: 'OTHER', style: '' },
  {
    kind: 'a frame that is scaled',
    src: 'SAME',
    style: 'transform:scale(.8);transform-origin:0 0',
  },
].flatMap(({ kind, src, style }): ActionPage[] => [
  {
    name: `${kind}: a button is clicked`,
    html: frame(src, style),
    frame: button,
    act: (hand) => clickIn(hand, 'button'),
    state: 'hits',
    stateInFrame: 1,
    is: 1,
    says: { hit: 'button "In the frame"' },
  },
  {
    name: `${kind}: a field is typed into`,
    html: frame(src, style),
    frame: button,
    act: (hand) => typeIn(hand, '#q', 'Boston'),
    state: 'q.value',
    stateInFrame: 1,
    is: 'Boston',
    says: { holds: 'Boston' },
  },
  {
    name: `${kind}: a select is known for one`,
    html: frame(src, style),
    frame: '<select><option>Red<option>Blue</select>',
    act: async (hand) => {
      const redirected = await clickIn(hand, 'select').catch((error: unknown) => String(error));
      return { redirected, ...((await typeIn(hand, 'select', 'Blue')) as object) };
    },
    state: 'document.querySelector("select").value',
    stateInFrame: 1,
    is: 'Blue',
    says: { chosen: ['Blue'] },
  },
]);
