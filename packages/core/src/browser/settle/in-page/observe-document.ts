import type { InPageLimits } from '../limits.js';
import type { InPageReport, InPageWatch, PendingInPage } from './report.js';

/**
 * Watches one document from an isolated world, where no page can see or replace what it uses.
 *
 * Runs inside the page: its source is sent as text, so it may use nothing from outside of itself.
 * A change is told apart by where it happens and of what kind it is (`child:li.row` of that list,
 * `attr:style` of that element): a carousel that was turning before the action, or turns for over a
 * second, is background; new results in the same container are not.
 */
export function observeDocument(limits: InPageLimits): InPageWatch & { frames(): Promise<void> } {
  interface Habit {
    idleCount: number;
    idleFirstAt: number;
    idleLastAt: number;
    activeFrom: number;
    activeLastAt: number;
    activeCount: number;
  }
  const now = () => performance.now();
  const bornAt = now();
  const bornLoading = document.readyState !== 'complete';
  let armed = true;
  let armedAt = bornAt;
  let movedAt = bornAt;
  let effect = false;
  let suspects: Element[] = [];
  let habits = new WeakMap<Node, Map<string, Habit>>();
  let knownAnimations = new WeakSet<Animation>();
  let knownImages = new WeakSet<Element>();
  let knownBusy = new WeakSet<Element>();
  let imageSeenAt = new WeakMap<Element, number>();
  const observedRoots = new WeakSet<Node>();
  const roots: WeakRef<ShadowRoot>[] = [];
  const silent = new Set(['SCRIPT', 'LINK', 'META', 'TITLE', 'TEMPLATE', 'NOSCRIPT', 'BASE']);

  const habitOf = (node: Node, sign: string): Habit => {
    let ofNode = habits.get(node);
    if (!ofNode) {
      ofNode = new Map();
      habits.set(node, ofNode);
    }
    let habit = ofNode.get(sign);
    if (!habit) {
      habit = {
        idleCount: 0,
        idleFirstAt: 0,
        idleLastAt: 0,
        activeFrom: 0,
        activeLastAt: 0,
        activeCount: 0,
      };
      if (ofNode.size < 40) ofNode.set(sign, habit);
    }
    return habit;
  };

  /** Notes a change and says whether it may be an effect of the action. */
  const isNews = (node: Node, sign: string, at: number): boolean => {
    const habit = habitOf(node, sign);
    if (!armed) {
      if (at - habit.idleLastAt > 30) {
        if (at - habit.idleLastAt > 5_000) {
          habit.idleCount = 0;
          habit.idleFirstAt = at;
        }
        habit.idleCount += 1;
        habit.idleLastAt = at;
      }
      return false;
    }
    if (habit.idleCount >= 2) {
      const gap = (habit.idleLastAt - habit.idleFirstAt) / (habit.idleCount - 1);
      if (armedAt - habit.idleLastAt < Math.max(1_000, gap * 2.5)) return false;
    }
    if (at - habit.activeLastAt > 700 || habit.activeFrom < armedAt) {
      habit.activeFrom = at;
      habit.activeCount = 0;
    }
    if (at - habit.activeLastAt > 10) habit.activeCount += 1;
    habit.activeLastAt = at;
    return habit.activeCount < 4 || at - habit.activeFrom < limits.backgroundAfterMs;
  };

  const moved = (at: number) => {
    if (at > movedAt) movedAt = at;
  };
  const suspect = (element: Element | null) => {
    if (element && !effect && suspects.length < 40) suspects.push(element);
  };

  const nameOf = (node: Node): string => {
    if (node.nodeType !== 1) return node.nodeName;
    const element = node as Element;
    const className = element.getAttribute('class') ?? '';
    return `${element.nodeName}.${className.slice(0, 40)}`;
  };
  const isSilent = (node: Node) =>
    node.nodeType === 8 || silent.has(node.nodeName) || node.nodeName === 'HEAD';

  const observeRoot = (root: ShadowRoot) => {
    if (observedRoots.has(root)) return;
    observedRoots.add(root);
    roots.push(new WeakRef(root));
    mutations.observe(root, everything);
    findRoots(root);
  };
  const findRoots = (from: ParentNode) => {
    if ((from as Element).shadowRoot) observeRoot((from as Element).shadowRoot as ShadowRoot);
    for (const element of from.querySelectorAll('*')) {
      if (element.shadowRoot) observeRoot(element.shadowRoot);
    }
  };

  const readRecords = (records: MutationRecord[]) => {
    const at = now();
    let looked = 0;
    for (const record of records) {
      for (const added of record.addedNodes) {
        if (added.nodeType === 1) findRoots(added as Element);
      }
      looked += 1;
      if (looked > 400) {
        // A render of this size is movement, whatever it consists of.
        if (armed) {
          moved(at);
          suspect(record.target as Element);
        }
        break;
      }
      readRecord(record, at);
    }
  };
  const readRecord = (record: MutationRecord, at: number) => {
    const target = record.target;
    const element = target.nodeType === 1 ? (target as Element) : target.parentElement;
    const host = element ?? (target as ShadowRoot).host ?? null;
    if (isSilent(target) || (element && isSilent(element))) {
      // Styles added to the head do change what is seen; scripts and metadata do not.
      if (![...record.addedNodes].some((node) => node.nodeName === 'STYLE')) return;
    }
    let sign: string;
    if (record.type === 'attributes') {
      const name = record.attributeName ?? '';
      sign = `attr:${name}`;
      const isRoot = target === document.documentElement || target === document.body;
      // Input trackers write on the root element at every click.
      if (isRoot && (name.startsWith('data-') || name.startsWith('aria-'))) return;
    } else if (record.type === 'characterData') {
      sign = 'text';
    } else {
      const visible = [...record.addedNodes, ...record.removedNodes].filter((n) => !isSilent(n));
      const first = visible[0];
      if (!first) return;
      sign = `child:${nameOf(first)}`;
    }
    if (!isNews(element ?? target, sign, at)) return;
    moved(at);
    suspect(host);
  };

  const everything = {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  } as const;
  const mutations = new MutationObserver(readRecords);
  mutations.observe(document, everything);

  const shifts = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const sources = (entry as PerformanceEntry & { sources?: { node: Node | null }[] }).sources;
      for (const { node } of sources ?? []) {
        if (node && isNews(node, 'shift', entry.startTime)) moved(entry.startTime);
      }
    }
  });
  shifts.observe({ type: 'layout-shift' });

  const isEditable = (target: EventTarget | null) => {
    if (!(target instanceof HTMLElement)) return false;
    if (target instanceof HTMLInputElement) {
      return !['button', 'submit', 'reset', 'image'].includes(target.type);
    }
    return target.isContentEditable || target.matches('textarea, select');
  };
  const onEvent = (event: Event) => {
    const at = now();
    const target = event.target instanceof Node ? event.target : document;
    if (event.type === 'focusin' && !isEditable(event.target)) return;
    const name = (event as AnimationEvent).animationName ?? (event as TransitionEvent).propertyName;
    const isStart = event.type === 'animationstart' || event.type === 'transitionrun';
    if (!isNews(target, `event:${event.type}:${name ?? ''}`, at)) return;
    moved(at);
    if (isStart) suspect(target as Element);
    else effect = true;
  };
  const events = [
    'input',
    'change',
    'focusin',
    'scroll',
    'toggle',
    'fullscreenchange',
    'hashchange',
    'popstate',
    'animationstart',
    'animationend',
    'transitionrun',
    'transitionend',
  ];
  for (const type of events) addEventListener(type, onEvent, { capture: true, passive: true });
  /** An image or a style sheet that has come changes what is seen without a mutation. */
  const onLoad = ({ target }: Event) => {
    const isImage = target instanceof HTMLImageElement && target.width > 8 && inView(target);
    const isSheet = target instanceof HTMLLinkElement && target.rel === 'stylesheet';
    if (!armed || !(isImage || isSheet)) return;
    if (!isNews(target as Element, 'event:load', now())) return;
    moved(now());
    effect = true;
  };
  // The window does not hear of the loads of elements.
  document.addEventListener('load', onLoad, { capture: true, passive: true });
  const history = (globalThis as { navigation?: EventTarget }).navigation;
  const onRoute = () => {
    if (!armed) return;
    moved(now());
    effect = true;
  };
  history?.addEventListener('currententrychange', onRoute);

  const inView = (element: Element): boolean => {
    const box = element.getBoundingClientRect();
    return (
      box.width > 0 &&
      box.height > 0 &&
      box.bottom > 0 &&
      box.right > 0 &&
      box.top < innerHeight &&
      box.left < innerWidth
    );
  };
  const isRendered = (element: Element): boolean =>
    element.isConnected &&
    (element.getClientRects().length > 0 || getComputedStyle(element).display === 'contents');

  const animations = (): Animation[] => {
    const found = document.getAnimations();
    for (const ref of roots) {
      const root = ref.deref();
      if (root?.isConnected) found.push(...root.getAnimations());
    }
    return found;
  };
  const remainingMs = (animation: Animation): number => {
    if (animation.playState !== 'running' || animation.timeline !== document.timeline) return 0;
    const effectOf = animation.effect as KeyframeEffect | null;
    const end = Number(effectOf?.getComputedTiming().endTime ?? 0);
    if (!Number.isFinite(end) || end > limits.longestAnimationMs || !animation.playbackRate) {
      return 0;
    }
    const target = effectOf?.target;
    if (target && !inView(target)) return 0;
    const at = Number(animation.currentTime ?? 0);
    const left = animation.playbackRate > 0 ? end - at : at;
    return Math.max(0, left / Math.abs(animation.playbackRate));
  };
  const isTurning = (animation: Animation): boolean => {
    const target = (animation.effect as KeyframeEffect | null)?.target;
    if (!target) return false;
    const name =
      (animation as CSSAnimation).animationName ??
      (animation as CSSTransition).transitionProperty ??
      '';
    return ['animationstart', 'transitionrun'].some(
      (type) => (habits.get(target)?.get(`event:${type}:${name}`)?.idleCount ?? 0) >= 2,
    );
  };

  const pendingNow = (at: number): PendingInPage[] => {
    const pending: PendingInPage[] = [];
    if (bornLoading && document.readyState !== 'complete') {
      const left = limits.loadingMs - (at - Math.max(bornAt, armedAt));
      if (left > 0) pending.push({ kind: 'loading', label: 'page load', dueInMs: left });
    }
    let longest = 0;
    for (const animation of animations()) {
      if (knownAnimations.has(animation) || isTurning(animation)) continue;
      longest = Math.max(longest, remainingMs(animation));
    }
    if (longest > 0) pending.push({ kind: 'animation', label: 'animation', dueInMs: longest });
    let looked = 0;
    for (const image of document.images) {
      looked += 1;
      if (looked > 500) break;
      if (image.complete || knownImages.has(image) || !image.currentSrc || !inView(image)) continue;
      const since = imageSeenAt.get(image) ?? at;
      imageSeenAt.set(image, since);
      const left = limits.loadingMs - (at - since);
      if (left > 0) pending.push({ kind: 'image', label: 'image', dueInMs: left });
      break;
    }
    if (document.fonts.status === 'loading' && at - armedAt < limits.loadingMs) {
      pending.push({ kind: 'font', label: 'font', dueInMs: limits.loadingMs - (at - armedAt) });
    }
    return pending;
  };
  const busyParts = () => document.querySelectorAll('[aria-busy="true"]');

  return {
    arm() {
      readRecords(mutations.takeRecords());
      armed = true;
      armedAt = now();
      movedAt = armedAt;
      effect = false;
      suspects = [];
      knownAnimations = new WeakSet(animations());
      knownImages = new WeakSet([...document.images].filter((image) => !image.complete));
      knownBusy = new WeakSet(busyParts());
      imageSeenAt = new WeakMap();
      findRoots(document);
    },
    rest() {
      readRecords(mutations.takeRecords());
      armed = false;
    },
    report(): InPageReport {
      readRecords(mutations.takeRecords());
      const at = now();
      if (innerWidth < 2 || innerHeight < 2) {
        return { quietForMs: 60_000, effect: false, busy: false, pending: [], reading: [] };
      }
      effect ||= suspects.some(isRendered);
      suspects = [];
      const pending = pendingNow(at);
      const busy = [...busyParts()].some((part) => !knownBusy.has(part) && inView(part));
      return { quietForMs: at - movedAt, effect, busy, pending, reading: [] };
    },
    /** After two frames, or 100 ms where frames are not made (a window in the background). */
    frames: () =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, 100);
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            clearTimeout(timer);
            resolve();
          }),
        );
      }),
    detach() {
      mutations.disconnect();
      shifts.disconnect();
      for (const type of events) removeEventListener(type, onEvent, { capture: true });
      document.removeEventListener('load', onLoad, { capture: true });
      history?.removeEventListener('currententrychange', onRoute);
      habits = new WeakMap();
    },
  };
}
