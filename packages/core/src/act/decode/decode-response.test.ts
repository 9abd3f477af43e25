import { expect, it } from 'vitest';
import { decodeResponse } from './decode-response.js';

it.each([
  ['a text', ['caf\\u00e9'], 'café'],
  ['a text whose escapes are doubled', ['caf\\\\u00e9'], 'café'],
  ['a text with terminal sequences', ['\u001b[31mred\u001b[0m'], 'red'],
  ['JSON, as it was written', ['{ "path": "C:\\\\temp" }'], '{ "path": "C:\\\\temp" }'],
  ['JSON whose escapes are doubled', ['{"a":"caf\\\\u00e9"}'], '{"a":"café"}'],
  ['JSON with terminal sequences', ['{"a":"\\u001b[31mred"}'], '{"a":"red"}'],
  ['a value', [{ a: 1 }], '{"a":1}'],
  ['named', { value: 'x' }, 'x'],
  ['nothing', [], undefined],
] as const)('reads %s', (_, input, response) => {
  expect(decodeResponse(input as never)).toBe(response);
});
