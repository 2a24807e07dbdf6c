import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';

export type LogFile = { write: (text: string) => void; close: () => void };

const LARGEST_BYTES = 10 * 1024 * 1024;
const OLD_FILES = 3;

/** A file that is renamed to `name.1.log` when it is full, up to `name.3.log`; older text is dropped. */
export function openLogFile(directory: string, name: string, largestBytes: number = LARGEST_BYTES): LogFile {
  mkdirSync(directory, { recursive: true });
  const file = path.join(directory, `${name}.log`);
  let descriptor = openSync(file, 'a', 0o600);
  let size = fstatSync(descriptor).size;

  function rotate(): void {
    closeSync(descriptor);
    for (let age = OLD_FILES; age >= 1; age -= 1) {
      const newer = age === 1 ? file : path.join(directory, `${name}.${age - 1}.log`);
      try {
        renameSync(newer, path.join(directory, `${name}.${age}.log`));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
    }
    descriptor = openSync(file, 'a', 0o600);
    size = 0;
  }

  function write(text: string): void {
    const bytes = Buffer.byteLength(text);
    if (size > 0 && size + bytes > largestBytes) rotate();
    writeSync(descriptor, text);
    size += bytes;
  }

  return { write, close: () => closeSync(descriptor) };
}
