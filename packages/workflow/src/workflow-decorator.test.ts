import 'reflect-metadata';
import { describe, expect, it } from 'vitest';
import { workflow } from './workflow-decorator.js';

/** What NestJS's decorators do to a method in the legacy convention. */
const SetMetadata =
  (key: string, value: unknown) =>
  (_target: object, _key: string, descriptor: PropertyDescriptor) =>
    Reflect.defineMetadata(key, value, descriptor.value);
/** What the compiler does with them: the last one first. */
function decorated(...decorators: ((...args: [object, string, PropertyDescriptor]) => unknown)[]) {
  const target = { async check(_id: string) {} };
  const descriptor = Object.getOwnPropertyDescriptor(target, 'check') as PropertyDescriptor;
  for (const decorate of decorators.reverse()) decorate(target, 'check', descriptor);
  return { before: target.check, after: descriptor.value as typeof target.check };
}
const options = { workflowDefinitionName: 'orders' };

describe('@workflow in the legacy convention', () => {
  const onMethod = workflow(options) as (...args: [object, string, PropertyDescriptor]) => void;

  it.each([
    ['below', [SetMetadata('path', '/orders'), onMethod]],
    ['above', [onMethod, SetMetadata('path', '/orders')]],
  ] as const)('keeps the metadata of a decorator when it stands %s it', (_, decorators) => {
    const { before, after } = decorated(...decorators);
    expect(after).not.toBe(before);
    expect(Reflect.getMetadata('path', after)).toBe('/orders');
    expect([after.name, after.length]).toEqual(['check', 1]);
  });

  it('keeps what was put on the function itself', () => {
    const mark = (_t: object, _k: string, descriptor: PropertyDescriptor) =>
      Object.assign(descriptor.value, { cron: '* * *' });
    expect(Reflect.get(decorated(onMethod, mark).after, 'cron')).toBe('* * *');
  });
});
