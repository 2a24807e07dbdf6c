// npm run bench:profile [-- turn | result | soul | agents] [--top 30]: where the web process spends its CPU, by self time.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { closedLoop, type LoadRequest } from './open-loop';
import { root } from './processes';
import { seedOwners, type SeededOwner } from './seed';
import { printTable } from './statistics';
import { API_EMBEDDER_ID, ensureBuild, startModel, startPostgresDatabase, startProduct } from './surroundings';
import { chatRequest } from './turns';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { top: { type: 'string', default: '30' }, seconds: { type: 'string', default: '10' } },
});
const kind = positionals[0] ?? 'turn';

type ProfileNode = { id: number; callFrame: { functionName: string; url: string; lineNumber: number }; children?: number[] };
type Profile = { nodes: ProfileNode[]; samples: number[]; timeDeltas: number[] };

function requestFor(origin: string, owner: SeededOwner): LoadRequest {
  const agents = `${origin}/api/selfclaw/v1/hosted-agents`;
  const headers = { authorization: `Bearer ${owner.apiKey}` };
  switch (kind) {
    case 'result':
      return { url: `${agents}/${owner.agentId}/chat/${owner.replyId}/result`, headers };
    case 'soul':
      return { url: `${agents}/${owner.agentId}/soul`, headers };
    case 'agents':
      return { url: agents, headers };
    default: {
      const request = chatRequest(origin, owner);
      return { ...request, headers: { ...headers, accept: 'text/event-stream' } };
    }
  }
}

function placeOf({ callFrame: { functionName, url, lineNumber } }: ProfileNode): string {
  const file = url
    .replace('file://', '')
    .replace(`${root}/`, '')
    .replace(/^.*node_modules\//, '');
  return `${functionName || '(anonymous)'} ${file ? `${file}:${lineNumber + 1}` : ''}`;
}

function printProfile(profile: Profile, requests: number): void {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const selfMs = new Map<string, number>();
  let busyMs = 0;
  for (const [index, id] of profile.samples.entries()) {
    const node = nodes.get(id);
    if (!node || /^\((idle|root|program)\)$/.test(node.callFrame.functionName)) continue;
    const ms = (profile.timeDeltas[index] ?? 0) / 1_000;
    busyMs += ms;
    selfMs.set(placeOf(node), (selfMs.get(placeOf(node)) ?? 0) + ms);
  }
  const rows = [...selfMs]
    .sort(([, left], [, right]) => right - left)
    .slice(0, Number(values.top))
    .map(([place, ms]) => [place, ms, `${((100 * ms) / busyMs).toFixed(1)} %`]);
  printPackages(nodes, profile, busyMs);
  printTable(
    `Self time, ${requests} requests (${kind}), ${busyMs.toFixed(0)} ms in JavaScript with the start`,
    ['function', 'ms', 'share'],
    rows,
  );
}

/** Self time by who wrote the code: a package, Node itself, or SelfClaw. */
function printPackages(nodes: ReadonlyMap<number, ProfileNode>, { samples, timeDeltas }: Profile, busyMs: number): void {
  const ms = new Map<string, number>();
  for (const [index, id] of samples.entries()) {
    const frame = nodes.get(id)?.callFrame;
    if (!frame || /^\((idle|root|program)\)$/.test(frame.functionName)) continue;
    const inPackage = /node_modules\/(?!\.cache)((?:@[^/]+\/)?[^/]+)/.exec(frame.url)?.[1];
    const node = frame.url.startsWith('node:') ? frame.url.split('/').slice(0, 3).join('/') : undefined;
    const owner = inPackage ?? node ?? (frame.url === '' ? `native: ${frame.functionName}` : 'SelfClaw');
    ms.set(owner, (ms.get(owner) ?? 0) + (timeDeltas[index] ?? 0) / 1_000);
  }
  const rows = [...ms]
    .sort(([, left], [, right]) => right - left)
    .slice(0, 15)
    .map(([owner, of]) => [owner, of, `${((100 * of) / busyMs).toFixed(1)} %`]);
  printTable('Self time by owner', ['owner', 'ms', 'share'], rows);
}

await ensureBuild();
const folder = mkdtempSync(path.join(tmpdir(), 'selfclaw-profile-'));
const database = await startPostgresDatabase();
const model = await startModel(0);
try {
  const owners = await seedOwners(database.url, { owners: 64, messages: 40, memories: 200, embedderId: API_EMBEDDER_ID });
  const product = await startProduct({ database, model, nodeOptions: ['--cpu-prof', '--cpu-prof-dir', folder] });
  let sent = 0;
  const next = () => requestFor(product.origin, owners[(sent += 1) % owners.length] as SeededOwner);
  const perSecond = await closedLoop(next, 8, Number(values.seconds));
  await product.stop();
  const [file] = readdirSync(folder).filter((name) => name.endsWith('.cpuprofile'));
  if (!file) throw new Error('the web process wrote no profile');
  console.log(`${perSecond.toFixed(0)} requests a second under the profiler`);
  printProfile(JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Profile, sent);
} finally {
  await model.stop();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
