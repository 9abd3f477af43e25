import { createRoot } from 'react-dom/client';
import Select from 'react-select';
import AsyncSelect from 'react-select/async';
import CreatableSelect from 'react-select/creatable';
import { asked, countries, held } from './countries.js';

const optionOf = (name) => ({ value: name, label: name });
const options = countries.map(optionOf);
const note = (id) => (value) => {
  held[id] = Array.isArray(value) ? value.map((one) => one.value) : (value?.value ?? null);
};
held.multi = ['Chile', 'Peru'];

createRoot(document.querySelector('#root')).render(
  <>
    <div id="single">
      <Select options={options} onChange={note('single')} placeholder="Country" />
    </div>
    <div id="multi">
      <Select
        isMulti
        options={options}
        defaultValue={[optionOf('Chile'), optionOf('Peru')]}
        onChange={note('multi')}
      />
    </div>
    <div id="creatable">
      <CreatableSelect
        isMulti
        options={options}
        defaultValue={[optionOf('Chile')]}
        onChange={note('creatable')}
      />
    </div>
    <div id="remote">
      <AsyncSelect
        loadOptions={async (text) => (await asked(text)).map(optionOf)}
        onChange={note('remote')}
      />
    </div>
  </>,
);
