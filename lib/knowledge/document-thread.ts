import { parentPort, workerData } from 'node:worker_threads';
import { type DocumentAnswer, DocumentError, type DocumentRequest } from './document';
import { readHtml } from './html-text';
import { readPdf } from './pdf-text';

async function read(request: DocumentRequest): Promise<DocumentAnswer> {
  try {
    return { ok: true, ...(request.kind === 'pdf' ? await readPdf(request.bytes) : readHtml(request.html)) };
  } catch (error) {
    const failure = error instanceof DocumentError ? error.failure : 'damaged';
    const cause = error instanceof DocumentError ? (error.cause ?? error) : error;
    return { ok: false, failure, reason: cause instanceof Error ? cause.message : String(cause) };
  }
}

void read(workerData as DocumentRequest).then((answer) => parentPort?.postMessage(answer));
