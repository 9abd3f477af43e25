import type { Actuator } from '../../src/browser/actuator.js';
import type { Observation } from '../../src/wire/observation.js';

export function anObservation(url = 'https://example.test/'): Observation {
  return {
    activeURL: url,
    userAgent: 'test',
    timestamp_ms: 1,
    browserDimensions: {
      windowWidth: 1600,
      windowHeight: 813,
      scrollWidth: 1600,
      scrollHeight: 813,
      scrollLeft: 0,
      scrollTop: 0,
    },
    screenshotBase64: 'data:image/jpeg;base64,AA==',
    simplifiedDOM: '',
    idToBboxMap: {},
  };
}

/** A hand without a browser that writes down what it was told. Parts can be replaced. */
export function fakeActuator(parts: Partial<Actuator> = {}): Actuator & { did: string[] } {
  const did: string[] = [];
  const note =
    <A extends unknown[], R>(name: string, result: R) =>
    async (..._: A) => {
      did.push(name);
      return result;
    };
  return {
    did,
    start: note('start', undefined),
    stop: note('stop', undefined),
    click: note('click', undefined),
    hover: note('hover', undefined),
    scroll: note('scroll', undefined),
    type: note('type', undefined),
    goToUrl: note('goToUrl', undefined),
    wait: note('wait', undefined),
    settle: note('settle', { reason: 'quiet', durationMs: 1 }),
    observe: async () => {
      did.push('observe');
      return anObservation();
    },
    ...parts,
  };
}
