import type { StepRow } from './api-types.js';
import { button, element } from './element.js';
import type { RerunModel } from './rerun-command.js';
import { programsOf } from './script-of.js';

export interface RerunForm {
  element: HTMLElement;
  /** The script as it is now. */
  script(): string;
  /** Why it can't be; empty for nothing. */
  say(problem: string): void;
  busy(isBusy: boolean): void;
  focus(): void;
}

const models: readonly [kind: RerunModel, name: string, about: string][] = [
  [
    'rules',
    'Rules',
    'The model of rules, which reads the page: it needs the DOM captures on record.',
  ],
  [
    'scripted',
    'Scripted',
    'Answers as written: JSON, a program for each step from here on. It begins as what is on record. It is read, never run.',
  ],
  [
    'recorded',
    'Recorded',
    'An act of a cassette: a file act-….jsonl of a folder that nova-act-local --record has made.',
  ],
];

/** Which model is asked, and what it needs. `onChoice` is told at once, and at each change. */
export function rerunForm(
  rows: readonly StepRow[],
  onRun: (wish: { model: string; text: string }) => void,
  onChoice: (model: RerunModel, file: string | undefined) => void,
): RerunForm {
  const script = element('textarea', { 'aria-label': 'Script', rows: 8, spellcheck: 'false' });
  script.value = programsOf(rows);
  const file = element('input', {
    type: 'file',
    accept: '.jsonl',
    'aria-label': 'Act of a cassette',
  });
  const about = element('p', { class: 'soft' });
  const problem = element('p', { class: 'notice bad', role: 'alert', hidden: true });
  const start = button('Ask', () => void ask(), { class: 'primary' });
  const choices = models.map(([kind, name]) => {
    const radio = element('input', { type: 'radio', name: 'model', value: kind });
    radio.addEventListener('change', () => show());
    return { kind, radio, label: element('label', {}, radio, ` ${name}`) };
  });
  const chosen = () => choices.find(({ radio }) => radio.checked)?.kind ?? 'rules';
  const show = () => {
    const kind = chosen();
    about.textContent = models.find(([one]) => one === kind)?.[2] ?? '';
    script.hidden = kind !== 'scripted';
    file.hidden = kind !== 'recorded';
    onChoice(kind, file.files?.[0]?.name);
    say('');
  };
  const say = (text: string) => {
    problem.textContent = text;
    problem.hidden = text === '';
  };
  const ask = async () => {
    const model = chosen();
    const given = file.files?.[0];
    if (model === 'recorded' && given === undefined) {
      say('Choose the file of an act first.');
      file.focus();
      return;
    }
    const text = model === 'scripted' ? script.value : ((await given?.text()) ?? '');
    onRun({ model, text: model === 'rules' ? '' : text });
  };
  file.addEventListener('change', () => show());
  const [first] = choices;
  if (first) first.radio.checked = true;
  show();

  const form = element(
    'form',
    { class: 'rerun-form' },
    element(
      'fieldset',
      {},
      element('legend', {}, 'Who is asked'),
      ...choices.map(({ label }) => label),
    ),
    about,
    script,
    file,
    problem,
    element('div', { class: 'line' }, start),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void ask();
  });
  return {
    element: form,
    script: () => script.value,
    say,
    busy: (isBusy) => {
      start.disabled = isBusy;
      start.textContent = isBusy ? 'Asking…' : 'Ask';
    },
    focus: () => start.focus(),
  };
}
