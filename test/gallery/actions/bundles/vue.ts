import { createApp, h } from 'vue';

createApp({
  data: () => ({ from: 'Paris', seats: '1' }),
  mounted() {
    Object.assign(window, { held: () => [this.from, this.seats] });
  },
  render() {
    return h('form', [
      h('input', {
        id: 'from',
        value: this.from,
        onInput: (event: Event) => {
          this.from = (event.target as HTMLInputElement).value;
        },
      }),
      h(
        'select',
        {
          id: 'seats',
          value: this.seats,
          onChange: (event: Event) => {
            this.seats = (event.target as HTMLSelectElement).value;
          },
        },
        ['1', '2'].map((n) => h('option', { value: n }, `${n} seats`)),
      ),
    ]);
  },
}).mount('#root');
