import {
  Combobox,
  ComboboxInput,
  ComboboxOption,
  ComboboxOptions,
  Dialog,
  DialogPanel,
  Listbox,
  ListboxButton,
  ListboxOption,
  ListboxOptions,
  Menu,
  MenuButton,
  MenuItem,
  MenuItems,
  Switch,
  Tab,
  TabGroup,
  TabList,
  TabPanel,
  TabPanels,
} from '@headlessui/react';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { countries, held, matching } from './countries.js';

function Country() {
  const [chosen, setChosen] = useState(null);
  const [query, setQuery] = useState('');
  held.combo = chosen;
  return (
    <Combobox value={chosen} onChange={setChosen} onClose={() => setQuery('')}>
      <ComboboxInput
        aria-label="Country"
        displayValue={(name) => name ?? ''}
        onChange={(event) => setQuery(event.target.value)}
      />
      <ComboboxOptions style={{ border: '1px solid', width: 300 }}>
        {matching(query).map((name) => (
          <ComboboxOption key={name} value={name}>
            {name}
          </ComboboxOption>
        ))}
      </ComboboxOptions>
    </Combobox>
  );
}

function Several() {
  const [chosen, setChosen] = useState(['Chile']);
  const [query, setQuery] = useState('');
  held.several = chosen;
  return (
    <Combobox multiple value={chosen} onChange={setChosen} onClose={() => setQuery('')}>
      {chosen.map((name) => (
        <b key={name}>{name} </b>
      ))}
      <ComboboxInput aria-label="Countries" onChange={(event) => setQuery(event.target.value)} />
      <ComboboxOptions style={{ border: '1px solid', width: 300 }}>
        {matching(query).map((name) => (
          <ComboboxOption key={name} value={name}>
            {name}
          </ComboboxOption>
        ))}
      </ComboboxOptions>
    </Combobox>
  );
}

function From() {
  const [chosen, setChosen] = useState('Chile');
  held.list = chosen;
  return (
    <Listbox value={chosen} onChange={setChosen}>
      <ListboxButton>{chosen}</ListboxButton>
      <ListboxOptions>
        {countries.slice(0, 6).map((name) => (
          <ListboxOption key={name} value={name} id={`from-${name}`}>
            {name}
          </ListboxOption>
        ))}
      </ListboxOptions>
    </Listbox>
  );
}

function Confirm() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Delete
      </button>
      <Dialog open={open} onClose={() => setOpen(false)}>
        <DialogPanel style={{ position: 'fixed', inset: 100, background: 'white' }}>
          <button
            type="button"
            id="yes"
            onClick={() => {
              held.dialog = 'yes';
              setOpen(false);
            }}
          >
            Yes
          </button>
        </DialogPanel>
      </Dialog>
    </>
  );
}

function Wifi() {
  const [on, setOn] = useState(false);
  held.on = on;
  return (
    <Switch checked={on} onChange={setOn} style={{ width: 40, height: 20 }}>
      <span>●</span>
    </Switch>
  );
}

createRoot(document.querySelector('#root')).render(
  <>
    <div id="combo">
      <Country />
    </div>
    <div id="several">
      <Several />
    </div>
    <div id="list">
      <From />
    </div>
    <div id="menu">
      <Menu>
        <MenuButton>File</MenuButton>
        <MenuItems>
          <MenuItem>
            <button
              type="button"
              onClick={() => {
                held.menu = 'save';
              }}
            >
              Save
            </button>
          </MenuItem>
        </MenuItems>
      </Menu>
    </div>
    <div id="dialog">
      <Confirm />
    </div>
    <div id="switch">
      <Wifi />
    </div>
    <TabGroup
      id="tabs"
      onChange={(index) => {
        held.tab = index;
      }}
    >
      <TabList>
        <Tab>One</Tab>
        <Tab>Two</Tab>
      </TabList>
      <TabPanels>
        <TabPanel>First</TabPanel>
        <TabPanel>Second</TabPanel>
      </TabPanels>
    </TabGroup>
  </>,
);
