'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { Progress } from '@/components/ui/meter';
import { Card } from '@/components/ui/surface';
import { useErrorText } from '@/components/ui/use-error-text';
import { newAttempt } from '@/lib/api/attempt';
import type { ApiError } from '@/lib/api/api-error';
import type { ExportFailure } from '@/lib/memory-imports/export';
import { useUploadMemoryImport } from '@/lib/memory-imports/hooks';
import { IMPORT_FILE_BYTES } from '@/lib/memory-imports/limits';

const FILES = '.zip,.json,application/zip,application/json';

/** Why a file was refused, in the reader's language. */
function useRefusalText(): (error: ApiError) => string {
  const t = useTranslations();
  const errorText = useErrorText();
  return (error) => {
    const [detail] = Array.isArray(error.details) ? (error.details as { reason?: ExportFailure }[]) : [];
    if (detail?.reason) return t(`memoryImport.failures.${detail.reason}`);
    return error.status === 409 ? t('memoryImport.tooManyOpen') : errorText(error);
  };
}

/** How to get an export, and the place to upload it. */
export function UploadExport({
  agentId,
  readsSentences,
  onUploaded,
}: {
  agentId: string;
  readsSentences: boolean;
  onUploaded: (importId: string) => void;
}) {
  const t = useTranslations();
  const refusalText = useRefusalText();
  const upload = useUploadMemoryImport(agentId);
  const [attempt, setAttempt] = useState(newAttempt);
  const [file, setFile] = useState<File>();
  const isTooLarge = (file?.size ?? 0) > IMPORT_FILE_BYTES;
  const error = isTooLarge ? t('memoryImport.failures.too-large') : upload.error ? refusalText(upload.error) : undefined;
  const send = () => {
    if (!file || isTooLarge || upload.isPending) return;
    upload.mutate(
      { file, attempt },
      {
        onSuccess: (answer) => onUploaded(answer.import.id),
        // What is sent next is another deed.
        onError: () => setAttempt(newAttempt()),
      },
    );
  };
  return (
    <Card className="grid grid-cols-1 gap-5 p-4 sm:p-5">
      <section className="grid gap-2">
        <h3 className="text-title font-semibold">{t('memoryImport.howTitle')}</h3>
        <ul className="grid max-w-reading list-disc gap-1 ps-5 text-body">
          <li>{t('memoryImport.howChatGpt')}</li>
          <li>{t('memoryImport.howClaude')}</li>
        </ul>
      </section>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Field label={t('memoryImport.file')} hint={t('memoryImport.fileHint')} error={error}>
          {(control) => (
            <Input
              {...control}
              type="file"
              accept={FILES}
              onChange={(event) => {
                upload.reset();
                setFile(event.target.files?.[0]);
              }}
              className="h-auto py-1.5 file:me-3 file:rounded-sm file:border file:bg-raised file:px-2 file:py-1 file:text-label file:font-medium"
            />
          )}
        </Field>
        {upload.isPending && <Progress label={t('memoryImport.uploading')} />}
        <Button type="submit" className="justify-self-start" busy={upload.isPending} disabled={!file || isTooLarge}>
          {t('memoryImport.upload')}
        </Button>
      </form>
      <p className="max-w-reading text-label text-muted-foreground">
        {t('memoryImport.free')} {t(readsSentences ? 'memoryImport.english' : 'memoryImport.onlyAsked')}
      </p>
    </Card>
  );
}
