// Stops a temporary cluster and removes its folder when its standard input ends: also when whoever started it was killed.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

const { pgCtl, dataDir, folder, uid, gid } = JSON.parse(process.argv[2]);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
process.stdin.resume();
process.stdin.on('error', finish);
process.stdin.on('end', finish);

function finish() {
  spawnSync(pgCtl, ['stop', '-D', dataDir, '-m', 'immediate', '-w', '-t', '20'], { uid, gid, cwd: folder, stdio: 'ignore' });
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.exit(0);
}
