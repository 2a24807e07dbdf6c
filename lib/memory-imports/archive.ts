import { unzipSync } from 'fflate';
import { ExportError } from './export';
import { ARCHIVE_ENTRIES, UNPACKED_BYTES } from './limits';

/** `conversations.json`, or its parts `conversations-000.json` and so on, in whatever folder. */
const CONVERSATIONS = /(?:^|[/\\])conversations(?:[-_]\d{1,4})?\.json$/i;

const STORED = 0;
const DEFLATED = 8;

/** Whether bytes are an archive: by how they begin, not by a name. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && (bytes[3] === 4 || bytes[3] === 6);
}

/**
 * The files of conversations in an archive, in the order of their names. Nothing else is unpacked. An entry is unpacked into as many bytes
 * as it says that it has and into no more, and these are counted before.
 *
 * @throws ExportError
 */
export function unpackConversations(bytes: Uint8Array): Uint8Array[] {
  let entries = 0;
  let unpackedBytes = 0;
  let unpacked: Record<string, Uint8Array>;
  try {
    unpacked = unzipSync(bytes, {
      filter: ({ name, size, originalSize, compression }) => {
        entries += 1;
        if (entries > ARCHIVE_ENTRIES) throw new ExportError('too-large');
        if (!CONVERSATIONS.test(name)) return false;
        // Entries that are stored, or that lie about their size, take what they have in the archive; several may be the same bytes.
        unpackedBytes += Math.max(size, originalSize);
        if (unpackedBytes > UNPACKED_BYTES) throw new ExportError('too-large');
        if (compression !== STORED && compression !== DEFLATED) throw new ExportError('encrypted');
        return true;
      },
    });
  } catch (cause) {
    if (cause instanceof ExportError) throw cause;
    throw new ExportError('damaged', { cause });
  }
  const names = Object.keys(unpacked).sort();
  if (names.length === 0) throw new ExportError('unknown');
  return names.map((name) => unpacked[name]!);
}
