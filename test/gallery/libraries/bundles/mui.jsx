import {
  Autocomplete,
  Button,
  Dialog,
  Menu,
  MenuItem,
  Select,
  Slider,
  Tab,
  Tabs,
  TextField,
} from '@mui/material';
import { AdapterDayjs } from '@mui/x-date-pickers/AdapterDayjs';
import { DateField } from '@mui/x-date-pickers/DateField';
import { DatePicker } from '@mui/x-date-pickers/DatePicker';
import { LocalizationProvider } from '@mui/x-date-pickers/LocalizationProvider';
import { TimeField } from '@mui/x-date-pickers/TimeField';
import dayjs from 'dayjs';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { asked, countries, held } from './countries.js';

const note = (id) => (_event, value) => {
  held[id] = value;
};
const noteDate = (id, format) => (value) => {
  held[id] = value?.isValid() ? value.format(format) : null;
};

function Remote() {
  const [options, setOptions] = useState([]);
  return (
    <Autocomplete
      options={options}
      filterOptions={(all) => all}
      onInputChange={async (_event, text) => setOptions(await asked(text))}
      onChange={note('remote')}
      autoHighlight
      renderInput={(params) => <TextField {...params} label="Remote" />}
    />
  );
}

function Confirm() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Delete</Button>
      <Dialog open={open} onClose={() => setOpen(false)}>
        <Button
          id="yes"
          onClick={() => {
            held.dialog = 'yes';
            setOpen(false);
          }}
        >
          Yes
        </Button>
      </Dialog>
    </>
  );
}

function Actions() {
  const [anchor, setAnchor] = useState(null);
  return (
    <>
      <Button onClick={(event) => setAnchor(event.currentTarget)}>Actions</Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        <MenuItem
          id="copy"
          onClick={() => {
            held.menu = 'copy';
            setAnchor(null);
          }}
        >
          Copy
        </MenuItem>
      </Menu>
    </>
  );
}

function Sections() {
  const [at, setAt] = useState(0);
  held.tab = at;
  return (
    <Tabs value={at} onChange={(_event, next) => setAt(next)}>
      <Tab label="One" />
      <Tab label="Two" />
    </Tabs>
  );
}

function Age() {
  const [age, setAge] = useState('');
  held.age = age;
  return (
    <Select value={age} onChange={(event) => setAge(event.target.value)} sx={{ width: 200 }}>
      <MenuItem value="10" id="ten">
        Ten
      </MenuItem>
      <MenuItem value="20" id="twenty">
        Twenty
      </MenuItem>
    </Select>
  );
}

held.many = ['Chile', 'Peru'];
createRoot(document.querySelector('#root')).render(
  <LocalizationProvider dateAdapter={AdapterDayjs}>
    <div style={{ display: 'grid', gridTemplateColumns: '400px 400px', gap: 8 }}>
      <div id="one">
        <Autocomplete
          options={countries}
          onChange={note('one')}
          autoHighlight
          renderInput={(params) => <TextField {...params} label="Country" />}
        />
      </div>
      <div id="many">
        <Autocomplete
          multiple
          options={countries}
          defaultValue={['Chile', 'Peru']}
          onChange={note('many')}
          autoHighlight
          renderInput={(params) => <TextField {...params} label="Countries" />}
        />
      </div>
      <div id="free">
        <Autocomplete
          multiple
          freeSolo
          options={[]}
          defaultValue={['red']}
          onChange={note('free')}
          renderInput={(params) => <TextField {...params} label="Words" />}
        />
      </div>
      <Remote />
      <div id="date">
        <DateField label="Departure" onChange={noteDate('date', 'YYYY-MM-DD')} />
      </div>
      <div id="filled">
        <DateField
          label="Return"
          defaultValue={dayjs('2024-11-30')}
          onChange={noteDate('filled', 'YYYY-MM-DD')}
        />
      </div>
      <div id="picker">
        <DatePicker
          label="Day"
          defaultValue={dayjs('2026-02-03')}
          onChange={noteDate('picker', 'YYYY-MM-DD')}
        />
      </div>
      <div id="time">
        <TimeField label="At" onChange={noteDate('time', 'HH:mm')} />
      </div>
      <div id="dialog">
        <Confirm />
      </div>
      <div id="menu">
        <Actions />
      </div>
      <div id="tabs">
        <Sections />
      </div>
      <div id="age">
        <Age />
      </div>
      <div id="slider" style={{ width: 300 }}>
        <Slider defaultValue={30} onChange={note('slider')} aria-label="Volume" />
      </div>
    </div>
  </LocalizationProvider>,
);
