import type { Readable } from 'node:stream';
import { type LogFile, openLogFile } from './log-file';
import type { ChildSpec } from './supervise';

export type Output = {
  /** One line for the person at the terminal, and for the supervisor's own log. */
  say: (line: string) => void;
  /** Takes what a process prints. */
  collect: (spec: ChildSpec, output: { stdout: Readable; stderr: Readable }) => void;
  close: () => void;
};

const WARNING_LEVEL = 40;
const ERROR_LEVEL = 50;
const REPEAT_AFTER_MS = 10_000;
const LONGEST_SHOWN = 300;

// What Node adds to an error: frames, the source line, its own version; and its warnings about packages.
const notForPeople = /^\s+(at |\^|throw )|^node:|^Node\.js v|^}$|Warning:|--trace-/;

/** The short form of a warning or error in a JSON log line; `undefined` for any other line. */
export function problemIn(line: string): string | undefined {
  const level = Number(/"level":(\d+)/.exec(line)?.[1] ?? 0);
  if (level < WARNING_LEVEL) return undefined;
  try {
    const entry = JSON.parse(line) as { msg?: string; error?: { message?: string }; err?: { message?: string } };
    const cause = entry.error?.message ?? entry.err?.message;
    const text = [entry.msg, cause === entry.msg ? undefined : cause].filter(Boolean).join(': ');
    return `${level >= ERROR_LEVEL ? 'error' : 'warning'}: ${text.slice(0, LONGEST_SHOWN)}`;
  } catch {
    return undefined;
  }
}

/** Calls back with whole lines, as many as came at once. */
function readLines(stream: Readable, onLines: (lines: string[]) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    if (lines.length > 0) onLines(lines);
  });
  stream.once('end', () => rest && onLines([rest]));
  stream.on('error', () => {});
}

/**
 * Where output goes: to `<directory>/<process>.log`, with warnings and errors in short form in the terminal;
 * or, with `everything`, as it is to the terminal and to no file, as containers want it.
 */
export function openOutput(directory: string, everything: boolean, print: (line: string) => void = console.log): Output {
  const files = new Map<string, LogFile>();
  const shown = new Map<string, number>();

  function fileOf(name: string): LogFile {
    const file = files.get(name) ?? openLogFile(directory, name);
    files.set(name, file);
    return file;
  }

  /** Says the same thing about the same process once in ten seconds; every occurrence is in the log. */
  function show(name: string, text: string): void {
    const line = `  ${name}: ${text}`;
    const now = performance.now();
    if (now - (shown.get(line) ?? -REPEAT_AFTER_MS) < REPEAT_AFTER_MS) return;
    if (shown.size > 1_000) shown.clear();
    shown.set(line, now);
    print(line);
  }

  function collect(spec: ChildSpec, { stdout, stderr }: { stdout: Readable; stderr: Readable }): void {
    function take(lines: string[], isError: boolean): void {
      if (everything) return lines.forEach((line) => print(line));
      fileOf(spec.name).write(`${lines.join('\n')}\n`);
      for (const line of lines) {
        const problem = problemIn(line);
        if (problem) show(spec.name, problem);
        if (line.startsWith('{') || !line.trim()) continue;
        if (spec.talkative) print(`  ${spec.name}: ${line}`);
        else if (isError && !notForPeople.test(line)) show(spec.name, line);
      }
    }
    readLines(stdout, (lines) => take(lines, false));
    readLines(stderr, (lines) => take(lines, true));
  }

  function say(line: string): void {
    print(everything ? line : `  ${line}`);
    if (!everything) fileOf('supervisor').write(`${JSON.stringify({ time: new Date().toISOString(), msg: line })}\n`);
  }

  return { say, collect, close: () => files.forEach((file) => file.close()) };
}
