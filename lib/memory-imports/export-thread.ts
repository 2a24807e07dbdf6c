import { parentPort, workerData } from 'node:worker_threads';
import { type ExportAnswer, ExportError } from './export';
import { readExportFile } from './export-file';

function read(bytes: Uint8Array): ExportAnswer {
  try {
    return { ok: true, read: readExportFile(bytes) };
  } catch (error) {
    const failure = error instanceof ExportError ? error.failure : 'damaged';
    const cause = error instanceof ExportError ? (error.cause ?? error) : error;
    return { ok: false, failure, reason: cause instanceof Error ? cause.message : String(cause) };
  }
}

parentPort?.postMessage(read(workerData as Uint8Array));
