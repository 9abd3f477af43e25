import type { Player } from '../player.js';
import type { Oracle, Oracles } from '../task.js';

interface Errand {
  action: string;
  by: string;
  text: string;
}

/** What is asked for: in the page's own fields where its words are free, in its bold words elsewhere. */
async function errandOf(player: Player): Promise<Errand> {
  const fields = await player.page.evaluate<Record<string, string> | undefined>(
    'core.currentFields',
  );
  if (fields?.by) {
    return {
      action: fields.task ?? 'forward',
      by: fields.by,
      text: fields.message ?? fields.to ?? '',
    };
  }
  const [by = '', text = ''] = await player.bold();
  const [action = ''] = /reply|forward|delete|star/.exec(await player.query()) ?? [];
  return { action, by, text };
}

const runErrand: Oracle = async (player) => {
  const { action, by, text } = await errandOf(player);
  const mail = player.page.locator('#main .email-thread', {
    has: player.exactly('.email-sender', by),
  });
  if (action === 'delete') return player.click(mail.first().locator('.trash'));
  if (action === 'star') return player.click(mail.first().locator('.star'));
  await player.click(mail.first().locator('.email-subject'));
  if (action === 'reply') {
    await player.click('#email .email-reply');
    await player.type(text, '#reply-text');
    return player.click('#send-reply');
  }
  await player.click('#email .email-forward');
  await player.type(text, '#forward .forward-sender');
  await player.click('#send-forward');
};

export const mail: Oracles = Object.fromEntries(
  [
    'email-inbox',
    'email-inbox-delete',
    'email-inbox-forward',
    'email-inbox-forward-nl',
    'email-inbox-forward-nl-turk',
    'email-inbox-important',
    'email-inbox-nl-turk',
    'email-inbox-noscroll',
    'email-inbox-reply',
    'email-inbox-star-reply',
  ].map((name) => [name, runErrand]),
);
