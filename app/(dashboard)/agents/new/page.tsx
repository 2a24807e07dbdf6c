import { CreatePage } from '@/components/agents/create-page';
import { PageMessages } from '@/components/shell/page-messages';
import { templates } from '@/lib/templates/catalogue';
import { titledBy } from '@/messages/server';

export const generateMetadata = titledBy('create.title');

export default function Page() {
  const samples = Object.fromEntries(templates.map((template) => [template.id, template.sampleExchange]));
  return (
    <PageMessages groups={['spawning']}>
      <CreatePage samples={samples} />
    </PageMessages>
  );
}
