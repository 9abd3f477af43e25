import { openHand } from '../support/open-hand.js';

const hand = await openHand({ captureDom: true });
try {
  await hand.page.setContent('<label>From <input></label><button>Go</button>');
  const { actuator, signal } = hand;
  const typed = await actuator.type(
    'Boston',
    await hand.boxOf('input'),
    { pressEnter: false },
    signal,
  );
  const clicked = await actuator.click(await hand.boxOf('button'), { clickType: 'left' }, signal);
  const { reason: _reason } = await actuator.settle(signal);
  const { simplifiedDOM: dom } = await actuator.observe(signal);
  console.log(JSON.stringify({ typed, clicked, dom }));
} finally {
  await hand.actuator.stop();
}
