import { inPage } from '../../browser/frames/in-page.js';

/** What runs in the person's browser. */
export const answerPage = inPage(() => {
  const byId = (id: string) => document.getElementById(id) as HTMLElement;
  const base = location.pathname.replace(/\/$/, '');
  const post = (action: string, body: unknown) =>
    fetch(`${base}/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  const screen = byId('screen');
  const picture = byId('picture') as HTMLImageElement;
  const words: Record<string, string> = {
    yes: 'Approved. You may close this page.',
    complete: 'Given back to the agent. You may close this page.',
    cancel: 'Declined. You may close this page.',
    withdrawn: 'The agent needs no answer any more. You may close this page.',
  };
  let isOver = false;

  function end(text: string) {
    isOver = true;
    for (const id of ['answers', 'stage', 'about']) byId(id).hidden = true;
    byId('title').textContent = 'The agent asked';
    byId('message').textContent = text;
  }

  // What is to be done to the page, sent in its order: one request at a time, moves run together.
  type Input = { type: string } & Record<string, unknown>;
  let queue: Input[] = [];
  let sending: Promise<void> | undefined;
  function send(event: Input) {
    const last = queue.at(-1);
    if (event.type === 'move' && last?.type === 'move') queue.pop();
    queue.push(event);
    sending ??= sendAll();
  }
  async function sendAll() {
    while (queue.length > 0 && !isOver) {
      const batch = queue.splice(0, 100);
      await post('input', batch).catch(() => {});
    }
    queue = [];
    sending = undefined;
  }

  let size = { width: 1, height: 1 };
  function place(event: { clientX: number; clientY: number }) {
    const box = picture.getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) / box.width) * size.width,
      y: ((event.clientY - box.top) / box.height) * size.height,
    };
  }

  function workByMouse() {
    const buttons = ['left', 'middle', 'right'];
    let clicks = { atMs: 0, count: 0, x: 0, y: 0 };
    const countClicks = (event: PointerEvent) => {
      const near = Math.hypot(event.clientX - clicks.x, event.clientY - clicks.y) < 6;
      const again = near && event.timeStamp - clicks.atMs < 400;
      const count = again ? clicks.count + 1 : 1;
      clicks = { atMs: event.timeStamp, count, x: event.clientX, y: event.clientY };
    };
    const press = (type: 'down' | 'up', event: PointerEvent) =>
      send({
        type,
        ...place(event),
        button: buttons[event.button] ?? 'left',
        clickCount: clicks.count,
      });
    // A finger that moves scrolls, and one that does not clicks.
    let touch: { x: number; y: number; moved: boolean } | undefined;
    screen.addEventListener('pointerdown', (event) => {
      screen.focus({ preventScroll: true });
      event.preventDefault();
      countClicks(event);
      if (event.pointerType === 'touch') {
        touch = { x: event.clientX, y: event.clientY, moved: false };
        return;
      }
      screen.setPointerCapture(event.pointerId);
      press('down', event);
    });
    screen.addEventListener('pointermove', (event) => {
      if (event.pointerType !== 'touch') return void send({ type: 'move', ...place(event) });
      if (!touch) return;
      const [dx, dy] = [touch.x - event.clientX, touch.y - event.clientY];
      if (!touch.moved && Math.hypot(dx, dy) < 8) return;
      const scale = size.width / picture.getBoundingClientRect().width;
      touch = { x: event.clientX, y: event.clientY, moved: true };
      send({ type: 'wheel', ...place(event), dx: dx * scale, dy: dy * scale });
    });
    screen.addEventListener('pointerup', (event) => {
      if (event.pointerType !== 'touch') return void press('up', event);
      if (touch && !touch.moved) {
        press('down', event);
        press('up', event);
      }
      touch = undefined;
    });
    screen.addEventListener('contextmenu', (event) => event.preventDefault());
    screen.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault();
        send({ type: 'wheel', ...place(event), dx: event.deltaX, dy: event.deltaY });
      },
      { passive: false },
    );
  }

  function workByKeys() {
    screen.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && event.ctrlKey) {
        screen.blur();
        byId('yes').focus();
        event.preventDefault();
        return;
      }
      // What is pasted comes as text, and what an input method composes, when it is done.
      const pastes = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'v';
      if (pastes || event.isComposing || event.key === 'Process' || event.key === 'Dead') return;
      event.preventDefault();
      send({ type: 'keydown', key: event.key });
    });
    screen.addEventListener('keyup', (event) => {
      if (!event.isComposing) send({ type: 'keyup', key: event.key });
    });
    screen.addEventListener('paste', (event) => {
      event.preventDefault();
      const text = event.clipboardData?.getData('text/plain');
      if (text) send({ type: 'text', text: text.slice(0, 10_000) });
    });
    const field = byId('text') as HTMLInputElement;
    const flush = () => {
      if (field.value) send({ type: 'text', text: field.value });
      field.value = '';
    };
    const press = (key: string) => {
      flush();
      send({ type: 'keydown', key });
      send({ type: 'keyup', key });
    };
    field.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      if (event.key === 'Enter') press('Enter');
      else if (event.key === 'Backspace' && field.value === '') press('Backspace');
    });
    field.addEventListener('change', flush);
    for (const button of document.querySelectorAll<HTMLElement>('#typing [data-key]')) {
      button.addEventListener('click', () => press(button.dataset['key'] ?? ''));
    }
  }

  function showLive() {
    screen.classList.add('live');
    screen.tabIndex = 0;
    screen.setAttribute('role', 'application');
    screen.setAttribute('aria-label', 'The live page: keys and clicks go to it');
    byId('typing').hidden = false;
    byId('keys').hidden = false;
    workByMouse();
    workByKeys();
  }

  function listen() {
    const events = new EventSource(`${base}/events`);
    events.addEventListener('frame', ({ data }) => {
      const frame = JSON.parse(data);
      size = frame;
      picture.src = `data:image/jpeg;base64,${frame.data}`;
      byId('url').textContent = frame.url;
      byId('state').textContent = 'live';
      byId('stage').hidden = isOver;
    });
    events.addEventListener('ended', ({ data }) => {
      events.close();
      end(words[JSON.parse(data).outcome] ?? '');
    });
    events.addEventListener('error', () => {
      if (isOver) return;
      byId('state').textContent = 'not connected';
      if (events.readyState === EventSource.CLOSED) end('The agent is not there any more.');
    });
  }

  async function answer(answer: string) {
    const buttons = document.querySelectorAll<HTMLButtonElement>('#answers button');
    for (const button of buttons) button.disabled = true;
    try {
      // What was done to the page is done first; a page that hangs is given back as it is.
      const patience = new Promise((resolve) => setTimeout(resolve, 3_000));
      if (answer === 'complete') await Promise.race([sending, patience]);
      const { outcome } = await (await post('answer', { answer })).json();
      end(words[outcome] ?? '');
    } catch {
      byId('message').textContent = 'The agent could not be reached. Try again.';
      for (const button of buttons) button.disabled = false;
    }
  }

  async function begin() {
    const response = await post('claim', {});
    if (response.status === 410) {
      return end('This link was opened in another browser already. It is good for one alone.');
    }
    if (!response.ok) return end('There is no such question, or it has been answered.');
    const { kind, message, prompt, screenshot, outcome, isLive } = await response.json();
    if (outcome) return end(words[outcome] ?? '');
    const isTakeover = kind === 'takeover';
    byId('title').textContent = isTakeover
      ? 'The agent hands the browser over to you'
      : 'The agent asks for your approval';
    document.title = isTakeover ? 'Take over' : 'Approve?';
    byId('message').textContent = message;
    byId('prompt').textContent = prompt;
    byId('about').hidden = false;
    byId('yes').textContent = isTakeover ? 'Done, give it back' : 'Approve';
    byId('no').textContent = isTakeover ? 'Give up' : 'Decline';
    byId('yes').addEventListener('click', () => answer(isTakeover ? 'complete' : 'yes'));
    byId('no').addEventListener('click', () => answer('cancel'));
    byId('answers').hidden = false;
    if (screenshot) {
      picture.src = screenshot;
      byId('stage').hidden = false;
      byId('state').textContent = isLive ? '' : 'as the agent saw it last';
    }
    if (isLive) showLive();
    listen();
  }

  begin().catch(() => end('The agent is not there any more.'));
});
