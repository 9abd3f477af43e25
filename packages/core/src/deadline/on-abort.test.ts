import { describe, expect, it } from 'vitest';
import { countedSignal } from '../../test/support/counted-signal.js';
import { onAbort } from './on-abort.js';

describe('onAbort', () => {
  it('calls all that wait, in order, once, behind one listener', () => {
    const { controller, signal, listeners } = countedSignal();
    const called: number[] = [];
    for (let i = 0; i < 100; i += 1) onAbort(signal, () => called.push(i));
    expect(listeners.size).toBe(1);
    controller.abort();
    controller.abort();
    expect(called).toEqual(Array.from({ length: 100 }, (_, i) => i));
  });

  it('takes each away by itself, and the listener with the last', () => {
    const { controller, signal, listeners } = countedSignal();
    const called: string[] = [];
    const note = () => void called.push('kept');
    const offs = [onAbort(signal, note), onAbort(signal, note)];
    const keep = onAbort(signal, note);
    for (const off of [...offs, ...offs]) off();
    expect(listeners.size).toBe(1);
    keep();
    expect(listeners.size).toBe(0);
    onAbort(signal, note);
    controller.abort();
    expect(called).toEqual(['kept']);
  });

  it('calls at once when the signal is aborted already, and never without a signal', () => {
    let called = 0;
    const note = () => {
      called += 1;
    };
    onAbort(AbortSignal.abort(), note)();
    onAbort(undefined, note)();
    expect(called).toBe(1);
  });

  it('takes what is added or taken away while it calls', () => {
    const { controller, signal } = countedSignal();
    const called: string[] = [];
    onAbort(signal, () => {
      called.push('first');
      off();
      onAbort(signal, () => called.push('added'));
    });
    const off = onAbort(signal, () => called.push('second'));
    controller.abort();
    expect(called).toEqual(['first', 'added']);
  });
});
