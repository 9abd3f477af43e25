import { inPage } from '../../../frames/in-page.js';
import type { DocumentPart, Movements } from './movements.js';

/** Watches what shows without a mutation: input, scrolling, routes, loads, animations, layout shifts. */
export const watchEvents = inPage(function watchEvents(kit: Movements): DocumentPart {
  const { state } = kit;
  const stop = new AbortController();
  const options = { capture: true, passive: true, signal: stop.signal };
  const buttons = new Set(['button', 'submit', 'reset', 'image']);

  /** Focus in a field is what a click there is for; on a button it comes with any click. */
  const isField = (target: EventTarget | null): boolean => {
    if (!(target instanceof HTMLElement)) return false;
    if (target instanceof HTMLInputElement) return !buttons.has(target.type);
    return target.isContentEditable || target.matches('textarea, select');
  };
  const onEvent = (event: Event) => {
    if (event.type === 'focusin' && !isField(event.target)) return;
    const at = kit.now();
    const place = event.target instanceof Node ? event.target : document;
    if (!kit.isNews(place, `event:${event.type}`, at)) return;
    kit.moved(at);
    state.effect = true;
  };
  const types = ['input', 'change', 'focusin', 'scroll', 'toggle', 'fullscreenchange'];
  for (const type of types) addEventListener(type, onEvent, options);

  const onMotion = (event: Event) => {
    const { animationName, propertyName } = event as Partial<AnimationEvent & TransitionEvent>;
    const at = kit.now();
    const place = event.target instanceof Element ? event.target : document.documentElement;
    if (!kit.isNews(place, `event:${event.type}:${animationName ?? propertyName ?? ''}`, at))
      return;
    kit.moved(at);
    kit.suspect(place);
  };
  for (const type of ['animationstart', 'animationend', 'transitionrun', 'transitionend']) {
    addEventListener(type, onMotion, options);
  }

  const onFilm = ({ target }: Event) => {
    if (!state.armed || !(target instanceof HTMLVideoElement) || !kit.inView(target)) return;
    if (!kit.isNews(target, 'event:film', kit.now())) return;
    kit.moved(kit.now());
    state.effect = true;
  };
  for (const type of ['loadeddata', 'seeked']) document.addEventListener(type, onFilm, options);

  /** An image or a style sheet that has come changes what is seen without a mutation. */
  const onLoad = ({ target }: Event) => {
    const isImage = target instanceof HTMLImageElement && target.width > 8 && kit.inView(target);
    const isSheet = target instanceof HTMLLinkElement && target.rel === 'stylesheet';
    if (!state.armed || !(isImage || isSheet)) return;
    if (!kit.isNews(target as Element, 'event:load', kit.now())) return;
    kit.moved(kit.now());
    state.effect = true;
  };
  // The window does not hear of the loads of elements.
  document.addEventListener('load', onLoad, options);

  /** An address is not seen in the page: it is for what follows that one waits. */
  const onRoute = () => {
    if (state.armed) kit.moved(kit.now());
  };
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', onRoute, options);
  for (const type of ['hashchange', 'popstate']) addEventListener(type, onRoute, options);

  const shifts = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { sources } = entry as PerformanceEntry & { sources?: { node: Node | null }[] };
      for (const { node } of sources ?? []) {
        if (node && kit.isNews(node, 'shift', entry.startTime)) kit.moved(entry.startTime);
      }
    }
  });
  shifts.observe({ type: 'layout-shift' });

  return {
    detach() {
      stop.abort();
      shifts.disconnect();
    },
  };
});
