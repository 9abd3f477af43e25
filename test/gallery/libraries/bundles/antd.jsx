import {
  AutoComplete,
  Button,
  DatePicker,
  Dropdown,
  InputNumber,
  Modal,
  Select,
  Slider,
  Tabs,
  TimePicker,
} from 'antd';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { asked, countries, held, matching } from './countries.js';

const options = countries.map((name) => ({ value: name, label: name }));
const note = (id) => (value) => {
  held[id] = value;
};
const width = { width: 360 };

function Remote() {
  const [found, setFound] = useState([]);
  return (
    <Select
      showSearch
      filterOption={false}
      style={width}
      options={found.map((name) => ({ value: name, label: name }))}
      onSearch={async (text) => setFound(await asked(text))}
      onChange={note('remote')}
    />
  );
}

function Complete() {
  const [found, setFound] = useState([]);
  return (
    <AutoComplete
      style={width}
      options={found.map((name) => ({ value: name }))}
      onSearch={(text) => setFound(matching(text))}
      onSelect={note('complete')}
      defaultActiveFirstOption
    />
  );
}

function Confirm() {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Delete</Button>
      <Modal
        open={open}
        onCancel={close}
        onOk={() => {
          held.dialog = 'ok';
          close();
        }}
        okButtonProps={{ id: 'ok' }}
      >
        Sure?
      </Modal>
    </>
  );
}

held.many = ['Chile', 'Peru'];
held.tags = ['red'];
createRoot(document.querySelector('#root')).render(
  <div style={{ display: 'grid', gridTemplateColumns: '400px 400px', gap: 8 }}>
    <div id="one">
      <Select showSearch style={width} options={options} onChange={note('one')} />
    </div>
    <div id="many">
      <Select
        mode="multiple"
        style={width}
        options={options}
        defaultValue={['Chile', 'Peru']}
        onChange={note('many')}
      />
    </div>
    <div id="tags">
      <Select mode="tags" style={width} defaultValue={['red']} onChange={note('tags')} />
    </div>
    <div id="remote">
      <Remote />
    </div>
    <div id="complete">
      <Complete />
    </div>
    <div id="date">
      <DatePicker
        style={width}
        onChange={(_value, text) => {
          held.date = text;
        }}
      />
    </div>
    <div id="time">
      <TimePicker
        style={width}
        onChange={(_value, text) => {
          held.time = text;
        }}
      />
    </div>
    <div id="number">
      <InputNumber style={width} defaultValue={12} onChange={note('number')} />
    </div>
    <div id="dialog">
      <Confirm />
    </div>
    <div id="menu">
      <Dropdown
        trigger={['click']}
        menu={{
          items: [{ key: 'copy', label: 'Copy' }],
          onClick: ({ key }) => {
            held.menu = key;
          },
        }}
      >
        <Button>Actions</Button>
      </Dropdown>
    </div>
    <div id="tabs">
      <Tabs
        onChange={note('tab')}
        items={[
          { key: 'one', label: 'One', children: 'First' },
          { key: 'two', label: 'Two', children: 'Second' },
        ]}
      />
    </div>
    <div id="slider" style={{ width: 300 }}>
      <Slider defaultValue={30} onChange={note('slider')} />
    </div>
  </div>,
);
