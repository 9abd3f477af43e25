import IMask from 'imask';

const mask = (id: string, options: object) => {
  const input = document.querySelector<HTMLInputElement>(id);
  if (input) IMask(input, options as { mask: string });
};
mask('#phone', { mask: '+{1} (000) 000-0000', lazy: false });
mask('#money', { mask: Number, thousandsSeparator: ',', radix: '.', scale: 2 });
