import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { CheckboxField } from './checkbox';
import { Meter, Progress } from './meter';
import { RadioGroup, RadioItem } from './radio-group';
import { SegmentedControl } from './segmented-control';
import { Switch } from './switch';
import { Tab, TabList, TabPanel, Tabs } from './tabs';

const nothing = () => undefined;

it.each([
  ['switch', <Switch key="1" aria-label="On" defaultChecked />],
  ['checkbox', <CheckboxField key="1" label="On" checked="indeterminate" />],
  [
    'radio group',
    <RadioGroup key="1" aria-label="Which" defaultValue="a">
      <RadioItem value="a" label="A" />
    </RadioGroup>,
  ],
  ['segmented control', <SegmentedControl key="1" label="Which" value="a" onChange={nothing} options={[{ value: 'a', label: 'A' }]} />],
  [
    'tabs',
    <Tabs key="1" defaultValue="a">
      <TabList aria-label="Parts">
        <Tab value="a">A</Tab>
      </TabList>
      <TabPanel value="a">First</TabPanel>
    </Tabs>,
  ],
  ['meter', <Meter key="1" label="Tokens" used={1} limit={2} text="1 of 2" />],
  ['progress', <Progress key="1" label="Clarity" percent={20} />],
])('a %s needs no style attribute, which the content security policy forbids in what the server sends', (_name, element) => {
  expect(renderToStaticMarkup(element)).not.toContain('style=');
});
