import { Columns2, List } from 'lucide-react';
import { useState } from 'react';
import { CheckboxField } from '@/components/ui/checkbox';
import { RadioGroup, RadioItem } from '@/components/ui/radio-group';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Switch } from '@/components/ui/switch';
import { Tab, TabList, TabPanel, Tabs } from '@/components/ui/tabs';
import { Row, Specimen } from './specimen';

function Segments() {
  const [period, setPeriod] = useState<'day' | 'week' | 'month'>('week');
  const [view, setView] = useState<'list' | 'columns'>('list');
  return (
    <Row>
      <SegmentedControl
        label="Period"
        value={period}
        onChange={setPeriod}
        options={[
          { value: 'day', label: 'Day' },
          { value: 'week', label: 'Week' },
          { value: 'month', label: 'Month', disabled: true },
        ]}
      />
      <SegmentedControl
        label="View"
        value={view}
        onChange={setView}
        options={[
          { value: 'list', label: <List aria-label="List" /> },
          { value: 'columns', label: <Columns2 aria-label="Columns" /> },
        ]}
      />
    </Row>
  );
}

export function Choices() {
  return (
    <>
      <Specimen name="Checkbox and switch" className="sm:grid-cols-2">
        {() => (
          <>
            <div className="grid content-start gap-2.5">
              <CheckboxField label="Off" />
              <CheckboxField label="On" hint="With a line that says what it does." defaultChecked />
              <CheckboxField label="Some of them" checked="indeterminate" />
              <CheckboxField label="Disabled" disabled />
              <CheckboxField label="Disabled and on" disabled defaultChecked />
            </div>
            <Row className="content-start">
              <Switch aria-label="Off" />
              <Switch aria-label="On" defaultChecked />
              <Switch aria-label="Disabled" disabled />
              <Switch aria-label="Disabled and on" disabled defaultChecked />
            </Row>
          </>
        )}
      </Specimen>
      <Specimen name="Radio group" className="sm:grid-cols-2">
        {() => (
          <>
            <RadioGroup aria-label="Plain" defaultValue="week">
              <RadioItem value="day" label="Every day" />
              <RadioItem value="week" label="Every week" />
              <RadioItem value="never" label="Never" disabled />
            </RadioGroup>
            <RadioGroup aria-label="Framed" defaultValue="ask">
              <RadioItem framed value="ask" label="Ask me first" hint="Nothing leaves without your word." />
              <RadioItem framed value="act" label="Act by itself" hint="Within the limits that you set." />
            </RadioGroup>
          </>
        )}
      </Specimen>
      <Specimen name="Segmented control and tabs">
        {() => (
          <>
            <Segments />
            <Tabs defaultValue="preview">
              <TabList aria-label="Soul">
                <Tab value="edit">Edit</Tab>
                <Tab value="preview">Preview</Tab>
                <Tab value="history">History</Tab>
                <Tab value="disabled" disabled>
                  Disabled
                </Tab>
              </TabList>
              <TabPanel value="edit">Where the text is written.</TabPanel>
              <TabPanel value="preview">How the text reads.</TabPanel>
              <TabPanel value="history">What the text was.</TabPanel>
            </Tabs>
          </>
        )}
      </Specimen>
    </>
  );
}
