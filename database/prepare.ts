import { jobDefinitions } from '@/lib/jobs';
import { installJobs } from '@/lib/platform/job-queues';
import { applyMigrations, type MigrationSettings } from './migrate';

/** Brings a database to what this version needs: pending migrations, and the queues of its jobs. Gives the migrations it applied. */
export async function prepareDatabase(settings: MigrationSettings): Promise<string[]> {
  const applied = await applyMigrations(settings);
  await installJobs(settings.connectionString, jobDefinitions);
  return applied;
}
