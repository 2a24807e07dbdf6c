'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/dialog';
import { Field, Input } from '@/components/ui/field';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { toast } from '@/components/ui/toast';
import { useErrorText } from '@/components/ui/use-error-text';
import { newAttempt } from '@/lib/api/attempt';
import { useAddKnowledge, useReadUrl, useUploadKnowledge } from '@/lib/knowledge/hooks';
import { KNOWLEDGE_FILE_BYTES, KNOWLEDGE_MAXIMUM_LENGTH } from '@/lib/knowledge/limits';
import { ContentField, FormEnd, TitleField } from './knowledge-fields';

type Kind = 'text' | 'file' | 'url';

const EXAMPLE_ADDRESS = 'https://example.com/returns';
const FILES = '.txt,.md,.markdown,.html,.htm,.pdf,text/plain,text/markdown,text/html,application/pdf';

/** Gives the agent a text: typed, from a file, or from a page of the internet. */
export function AddKnowledge({ agentId, onClose }: { agentId: string; onClose: () => void }) {
  const t = useTranslations();
  const errorText = useErrorText();
  const add = useAddKnowledge(agentId);
  const upload = useUploadKnowledge(agentId);
  const read = useReadUrl(agentId);
  const [attempt, setAttempt] = useState(newAttempt);
  const [kind, setKind] = useState<Kind>('text');
  const [title, setTitle] = useState('');
  const [content, setContent] = useState('');
  const [file, setFile] = useState<File>();
  const [url, setUrl] = useState('');
  const deed = { text: add, file: upload, url: read }[kind];
  const error = deed.error ? errorText(deed.error) : undefined;
  const { length } = content.trim();
  const isTooLarge = (file?.size ?? 0) > KNOWLEDGE_FILE_BYTES;
  const isValid = {
    text: title.trim() !== '' && length > 0 && length <= KNOWLEDGE_MAXIMUM_LENGTH,
    file: file !== undefined && !isTooLarge,
    url: url.trim() !== '',
  }[kind];

  const save = () => {
    if (!isValid || deed.isPending) return;
    const outcome = {
      onSuccess: () => {
        toast.success(t('knowledge.added'));
        onClose();
      },
      // What is sent next is another deed.
      onError: () => setAttempt(newAttempt()),
    };
    const named = title.trim() === '' ? {} : { title: title.trim() };
    if (kind === 'text') add.mutate({ title: title.trim(), content: content.trim(), attempt }, outcome);
    else if (kind === 'url') read.mutate({ url: url.trim(), ...named, attempt }, outcome);
    else if (file) upload.mutate({ file, ...named, attempt }, outcome);
  };

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('knowledge.addTitle')} description={t('knowledge.addText')}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <SegmentedControl
          label={t('knowledge.kind')}
          value={kind}
          onChange={setKind}
          options={[
            { value: 'text', label: t('knowledge.kindText') },
            { value: 'file', label: t('knowledge.kindFile') },
            { value: 'url', label: t('knowledge.kindUrl') },
          ]}
        />
        {kind === 'file' && (
          <Field label={t('knowledge.file')} hint={t('knowledge.fileHint')} error={isTooLarge ? t('knowledge.fileTooLarge') : error}>
            {(control) => (
              <Input
                {...control}
                type="file"
                accept={FILES}
                onChange={(event) => setFile(event.target.files?.[0])}
                className="h-auto py-1.5 file:me-3 file:rounded-sm file:border file:bg-raised file:px-2 file:py-1 file:text-label file:font-medium"
              />
            )}
          </Field>
        )}
        {kind === 'url' && (
          <Field label={t('knowledge.url')} hint={t('knowledge.urlHint')} error={error}>
            {(control) => (
              <Input
                {...control}
                type="url"
                inputMode="url"
                placeholder={EXAMPLE_ADDRESS}
                value={url}
                onChange={(event) => setUrl(event.target.value)}
              />
            )}
          </Field>
        )}
        <TitleField value={title} onChange={setTitle} hint={kind === 'text' ? undefined : t('knowledge.titleHint')} />
        {kind === 'text' && <ContentField value={content} onChange={setContent} error={error} />}
        <FormEnd busy={deed.isPending} disabled={!isValid} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
