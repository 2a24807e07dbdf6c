import path from 'node:path';
import { sendControl, takeFolderLock } from './folder-lock';
import { maintenanceAnswerSchema, type MaintenanceRequest } from './maintenance';
import { prepareSocketAddresses } from './socket-folder';

/**
 * Has `request` done by the process that serves the database folder, or, when there is none, does `atRest` while
 * holding the folder so that none can start.
 *
 * @throws Error with the server's own words when it could not do it.
 */
export async function askOwnerOr(databaseFolder: string, request: MaintenanceRequest, atRest: () => void): Promise<'running' | 'at rest'> {
  const { control } = prepareSocketAddresses(path.resolve(databaseFolder));
  const outcome = await takeFolderLock(control);
  if (outcome.heldBy) {
    const answer = maintenanceAnswerSchema.parse(await sendControl(control, request));
    if ('error' in answer) throw new Error(answer.error);
    return 'running';
  }
  try {
    outcome.lock.announce('stopping', null);
    atRest();
    return 'at rest';
  } finally {
    await outcome.lock.release();
  }
}
