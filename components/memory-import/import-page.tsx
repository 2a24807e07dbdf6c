'use client';

import { useTranslations } from 'use-intl';
import { PageHeader } from '@/components/shell/page-header';
import { useUrlState } from '@/components/shell/url-state';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { ImportView } from './import-view';
import { ImportList } from './import-list';
import { UploadExport } from './upload-export';

/**
 * Brings what another assistant knows: an export is uploaded, read, reviewed, and only then remembered.
 *
 * @param readsSentences whether the embedder in use is the built-in one, by which facts are found in sentences
 */
export function ImportPage({ agentId, readsSentences }: { agentId: string; readsSentences: boolean }) {
  const t = useTranslations();
  const [opened, open] = useUrlState('import');
  const memory = `/agents/${agentId}/memory`;
  return (
    <div className="mx-auto grid w-full max-w-3xl grid-cols-1 gap-6 px-4 py-7 sm:px-8 sm:py-9">
      <PageHeader
        level="h2"
        title={t('memoryImport.title')}
        description={t('memoryImport.text')}
        above={
          <Breadcrumb
            label={t('memoryImport.place')}
            steps={[{ label: t('memory.title'), href: memory }, { label: t('memoryImport.title') }]}
          />
        }
      />
      {opened ? (
        <ImportView key={opened} agentId={agentId} importId={opened} onClose={() => open('')} />
      ) : (
        <>
          <UploadExport agentId={agentId} readsSentences={readsSentences} onUploaded={open} />
          <ImportList agentId={agentId} onOpen={open} />
        </>
      )}
    </div>
  );
}
