import { copyButton } from './copy-button.js';
import { element } from './element.js';

/** What is shown while nothing has run yet: a program that does. */
export function welcome(): HTMLElement {
  const gym = new URL('gym/planets', document.baseURI).href;
  const program = `import { NovaAct } from '@nova-act/core';

const nova = await NovaAct.start({ startingPage: '${gym}' });
try {
  console.log((await nova.actGet('How many moons does Mars have?')).response);
} finally {
  await nova.stop();
}
`;
  return element(
    'section',
    { class: 'welcome', 'aria-label': 'First steps' },
    element('h2', {}, 'No runs yet'),
    element(
      'p',
      {},
      'Every run of a program against this service is shown here as it happens. A first one:',
    ),
    element(
      'ol',
      {},
      element('li', {}, 'Set the environment that the service printed when it started.'),
      element(
        'li',
        {},
        'Save this as ',
        element('code', {}, 'first-act.mjs'),
        ' beside an installed ',
        element('code', {}, '@nova-act/core'),
        ':',
        element(
          'div',
          { class: 'program' },
          element('pre', {}, program),
          copyButton('Copy the program', () => program),
        ),
      ),
      element('li', {}, 'Run it: ', element('code', {}, 'node first-act.mjs')),
    ),
    element(
      'p',
      { class: 'soft' },
      'There are pages to practise on in the ',
      element('a', { href: 'gym/' }, 'gym'),
      '.',
    ),
  );
}
