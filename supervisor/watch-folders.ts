import { existsSync, watch } from 'node:fs';

const QUIET_MS = 200;

/** Calls back once after each burst of changes to the sources in the folders; the returned function ends that. */
export function watchFolders(folders: string[], onChange: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watchers = folders.filter(existsSync).map((folder) =>
    watch(folder, { recursive: true }, (_, file) => {
      if (!file || !/\.(ts|tsx|mjs|js|json)$/.test(file) || /\.test\.tsx?$/.test(file)) return;
      clearTimeout(timer);
      timer = setTimeout(onChange, QUIET_MS);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
