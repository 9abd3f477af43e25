import { expect } from 'vitest';
import type { ActionPage } from '../action-page.js';

/** A code with a box for each of its characters, as most are written: what is typed hands the focus on. */
const boxes = (held: string, { count = 6, gap = 8 } = {}) => `
  <div id="code" style="display:inline-flex;gap:${gap}px;padding:4px">${Array.from(
    { length: count },
    (_, index) =>
      `<input maxlength="1" inputmode="numeric" value="${held[index] ?? ''}" style="width:30px;height:30px;box-sizing:border-box">`,
  ).join('')}</div><script>
  const inputs = [...code.children];
  inputs.forEach((input, index) => {
    input.oninput = () => { if (input.value) inputs[index + 1]?.focus(); };
    input.onkeydown = ({ key }) => { if (key === 'Backspace' && !input.value) inputs[index - 1]?.focus(); };
  });
  window.held = () => inputs.map((input) => input.value || '-').join('');
  </script>`;

/** Fields with a box for each character. */
export const codePages: readonly ActionPage[] = [
  {
    name: 'a code goes into its boxes from the first one on',
    html: boxes(''),
    act: (hand) => hand.type('#code input', '123456'),
    state: 'held()',
    is: '123456',
    says: { movedOnTo: expect.any(String), typed: 6 },
  },
  {
    name: 'the box around all of them means the first',
    html: boxes(''),
    act: (hand) => hand.type('#code', '123456'),
    state: 'held()',
    is: '123456',
  },
  {
    name: 'the same where one of them lies in its middle',
    html: boxes('', { count: 5, gap: 0 }),
    act: (hand) => hand.type('#code', '12345'),
    state: 'held()',
    is: '12345',
  },
  {
    name: 'the box around one alone means that one',
    html: boxes('123456'),
    act: (hand) => hand.type('#code input >> nth=3', '9'),
    state: 'held()',
    is: '123956',
  },
  {
    name: 'a code takes the place of another',
    html: boxes('123456'),
    act: (hand) => hand.type('#code input', '654321'),
    state: 'held()',
    is: '654321',
  },
  {
    name: 'the same where only some of them are full',
    html: boxes('12'),
    act: (hand) => hand.type('#code', '987654'),
    state: 'held()',
    is: '987654',
  },
];
