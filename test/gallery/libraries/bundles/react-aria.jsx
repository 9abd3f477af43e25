import { parseDate } from '@internationalized/date';
import {
  Button,
  ComboBox,
  DateField,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  DialogTrigger,
  Group,
  I18nProvider,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Menu,
  MenuItem,
  MenuTrigger,
  Modal,
  NumberField,
  Popover,
  Select,
  SelectValue,
  Slider,
  SliderThumb,
  SliderTrack,
  Tab,
  TabList,
  TabPanel,
  Tabs,
  TimeField,
} from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { countries, held } from './countries.js';

const note = (id) => (value) => {
  held[id] = value === null ? null : typeof value === 'number' ? value : String(value);
};
const Segments = () => (
  <DateInput style={{ display: 'flex', width: 260, padding: 6, border: '1px solid' }}>
    {(segment) => <DateSegment segment={segment} style={{ padding: '0 2px' }} />}
  </DateInput>
);
const items = countries.map((name) => (
  <ListBoxItem key={name} id={name}>
    {name}
  </ListBoxItem>
));
const popover = (content) => (
  <Popover style={{ background: 'white', border: '1px solid' }}>{content}</Popover>
);

createRoot(document.querySelector('#root')).render(
  <I18nProvider locale="en-US">
    <div id="date">
      <DateField onChange={note('date')}>
        <Label>Departure</Label>
        <Segments />
      </DateField>
    </div>
    <div id="filled">
      <DateField defaultValue={parseDate('2024-11-30')} onChange={note('filled')}>
        <Label>Return</Label>
        <Segments />
      </DateField>
    </div>
    <div id="time">
      <TimeField onChange={note('time')}>
        <Label>At</Label>
        <Segments />
      </TimeField>
    </div>
    <div id="german">
      <I18nProvider locale="de-DE">
        <DateField onChange={note('german')}>
          <Label>Abfahrt</Label>
          <Segments />
        </DateField>
      </I18nProvider>
    </div>
    <div id="picker">
      <DatePicker onChange={note('picker')} defaultValue={parseDate('2026-02-03')}>
        <Label>Day</Label>
        <Group style={{ display: 'flex' }}>
          <Segments />
          <Button>▼</Button>
        </Group>
      </DatePicker>
    </div>
    <div id="combo">
      <ComboBox onSelectionChange={note('combo')}>
        <Label>Country</Label>
        <div>
          <Input />
          <Button>▼</Button>
        </div>
        {popover(<ListBox>{items}</ListBox>)}
      </ComboBox>
    </div>
    <div id="select">
      <Select onSelectionChange={note('select')}>
        <Label>From</Label>
        <Button>
          <SelectValue /> ▼
        </Button>
        {popover(<ListBox>{items}</ListBox>)}
      </Select>
    </div>
    <div id="number">
      <NumberField defaultValue={12} onChange={note('number')}>
        <Label>Seats</Label>
        <Input />
      </NumberField>
    </div>
    <div id="menu">
      <MenuTrigger>
        <Button>Edit</Button>
        {popover(
          <Menu onAction={note('menu')}>
            <MenuItem id="copy">Copy</MenuItem>
            <MenuItem id="paste">Paste</MenuItem>
          </Menu>,
        )}
      </MenuTrigger>
    </div>
    <div id="dialog">
      <DialogTrigger>
        <Button>Sign up</Button>
        <Modal style={{ position: 'fixed', inset: 100, background: 'white' }}>
          <Dialog>
            {({ close }) => (
              <Button
                slot={null}
                id="done"
                onPress={() => {
                  held.dialog = 'done';
                  close();
                }}
              >
                Done
              </Button>
            )}
          </Dialog>
        </Modal>
      </DialogTrigger>
    </div>
    <Tabs id="tabs" onSelectionChange={note('tabs')}>
      <TabList>
        <Tab id="one">One</Tab>
        <Tab id="two">Two</Tab>
      </TabList>
      <TabPanel id="one">First</TabPanel>
      <TabPanel id="two">Second</TabPanel>
    </Tabs>
    <Slider id="slider" defaultValue={30} onChange={note('slider')} style={{ width: 300 }}>
      <Label>Volume</Label>
      <SliderTrack style={{ height: 30, width: 300, background: '#ddd' }}>
        <SliderThumb style={{ width: 16, height: 16, top: 15, background: 'navy' }} />
      </SliderTrack>
    </Slider>
  </I18nProvider>,
);
