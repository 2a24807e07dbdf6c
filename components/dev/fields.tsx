import { useState } from 'react';
import { Combobox } from '@/components/ui/combobox';
import { Field, Input, Select, Textarea } from '@/components/ui/field';
import { SearchField } from '@/components/ui/search-field';
import { TagInput } from '@/components/ui/tag-input';
import { Specimen, type Theme } from './specimen';

const models = [
  { value: 'small', label: 'grok-4-fast', hint: 'Quick answers, low cost' },
  { value: 'large', label: 'grok-4', hint: 'Long questions' },
  { value: 'local', label: 'llama3.1:8b', hint: 'On this machine' },
  { value: 'away', label: 'gpt-5', hint: 'No key is set', disabled: true },
];

function Composite({ theme }: { theme: Theme }) {
  const [words, setWords] = useState('peanuts');
  const [tags, setTags] = useState(['maps', 'a topic with a name that is really quite long']);
  const [model, setModel] = useState<string | null>(theme === 'light' ? 'small' : null);
  return (
    <>
      <SearchField label="Search memories" clearLabel="Empty the search" value={words} onChange={setWords} />
      <Field label="Topics" hint="Enter or a comma adds one.">
        {(control) => <TagInput control={control} value={tags} onChange={setTags} placeholder="Add a topic" limit={4} />}
      </Field>
      <Field label="Model">
        {(control) => (
          <Combobox
            control={control}
            label="Model"
            value={model}
            onChange={setModel}
            options={models}
            placeholder="Choose a model"
            searchLabel="Search models"
            emptyText="No model has that name"
          />
        )}
      </Field>
    </>
  );
}

export function Fields() {
  return (
    <>
      <Specimen name="Field, input, textarea, select" className="sm:grid-cols-2">
        {() => (
          <>
            <Field label="Name" hint="Shown to everybody who talks with it." count={{ used: 3, limit: 60 }}>
              {(control) => <Input {...control} defaultValue="Ada" />}
            </Field>
            <Field label="Empty" aside="Optional">
              {(control) => <Input {...control} placeholder="Such as Ada" />}
            </Field>
            <Field label="Invalid" error="Choose a name of at most 60 characters." count={{ used: 64, limit: 60 }}>
              {(control) => <Input {...control} defaultValue="A name that is longer than anybody wants to read in a list of agents" />}
            </Field>
            <Field label="Disabled">{(control) => <Input {...control} disabled defaultValue="Not now" />}</Field>
            <Field label="Read only">{(control) => <Input {...control} readOnly defaultValue="0x12ab…89ef" className="font-mono" />}</Field>
            <Field label="Category">
              {(control) => (
                <Select {...control} defaultValue="goal">
                  <option value="fact">Fact</option>
                  <option value="goal">A goal with a name that is longer than the field is wide on a phone</option>
                </Select>
              )}
            </Field>
            <Field label="Description" className="sm:col-span-2" count={{ used: 452, limit: 500 }}>
              {(control) => <Textarea {...control} defaultValue="Keeps an eye on what I am building." />}
            </Field>
          </>
        )}
      </Specimen>
      <Specimen name="Search field, tag input, combobox">{(theme) => <Composite theme={theme} />}</Specimen>
    </>
  );
}
