import { sha256 } from '@/lib/platform/crypto';
import { AppError } from '@/lib/platform/errors';
import { readRawBody } from './raw-body';
import type { UploadedFile } from './uploaded-file';

async function readFile(file: File): Promise<UploadedFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { name: file.name, mediaType: file.type, bytes, toJSON: () => sha256(Buffer.from(bytes)).toString('hex') };
}

/**
 * Reads the body of a form with files: an object of its fields, each text or an {@link UploadedFile}.
 *
 * @throws AppError BAD_REQUEST, PAYLOAD_TOO_LARGE or UNSUPPORTED_MEDIA_TYPE with a sentence for the caller
 */
export async function readFormBody(request: Request, limitBytes: number): Promise<Record<string, string | UploadedFile>> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type))
    throw new AppError('UNSUPPORTED_MEDIA_TYPE', 'The body must be sent as Content-Type: multipart/form-data');
  const bytes = await readRawBody(request, limitBytes);
  let form: FormData;
  try {
    form = await new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { 'content-type': type } }).formData();
  } catch {
    throw new AppError('BAD_REQUEST', 'The body is not a valid form');
  }
  const fields = new Map<string, string | UploadedFile>();
  for (const [name, value] of form) {
    if (fields.has(name)) throw new AppError('BAD_REQUEST', 'A field of the form stands twice');
    fields.set(name, typeof value === 'string' ? value : await readFile(value));
  }
  return Object.fromEntries(fields);
}
