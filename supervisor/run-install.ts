import { type ChildSpec, type SupervisedChild, type Surroundings, superviseChild } from './supervise';
import { watchFolders } from './watch-folders';

export type RunningInstall = {
  /** Ends every process in order: those of the last stage first. */
  stop: () => Promise<void>;
  /** Ends every process at once. */
  kill: () => void;
};

export type InstallPlan = {
  /** The embedded database, unless another one is configured. */
  database?: ChildSpec;
  /** The database that is configured, when there is no embedded one. */
  databaseUrl?: string;
  /** Where the database is going to listen, if it is up to date already; early processes then load beside it. */
  preparedDatabaseUrl?: string;
  /** Brings the database's tables and queues up to date; runs once, before the application. */
  migrate: (databaseUrl: string) => Promise<void>;
  application: (databaseUrl: string) => ChildSpec[];
};

/** A start that is under way: its processes can be ended before it is complete. */
export type StartingInstall = RunningInstall & { ready: Promise<void> };

/** Starts an install, stage by stage; `ready` rejects with a sentence when a process cannot be brought up. */
export function runInstall(plan: InstallPlan, surroundings: Surroundings): StartingInstall {
  const children: { spec: ChildSpec; child: SupervisedChild; endWatching: () => void }[] = [];
  let stopping: Promise<void> | undefined;

  function launch(spec: ChildSpec): SupervisedChild {
    const child = superviseChild(spec, surroundings);
    const watching = spec.watch && watchFolders(spec.watch, child.restart);
    children.push({ spec, child, endWatching: watching ?? (() => {}) });
    return child;
  }

  async function start(): Promise<void> {
    const expectedUrl = plan.preparedDatabaseUrl;
    const early = expectedUrl
      ? plan
          .application(expectedUrl)
          .filter((spec) => spec.early)
          .map(launch)
      : [];
    const url = plan.database ? (await launch(plan.database).ready).url : plan.databaseUrl;
    if (!url) throw new Error('The database process did not say where it listens.');
    if (stopping) return;
    await plan.migrate(url);
    if (stopping) return;
    const isAsExpected = url === expectedUrl;
    if (!isAsExpected) await Promise.all(early.map((child) => child.stop()));
    const rest = plan.application(url).filter((spec) => !(isAsExpected && spec.early));
    await Promise.all([...(isAsExpected ? early : []), ...rest.map(launch)].map((child) => child.ready));
  }

  async function stopStages(): Promise<void> {
    for (const { endWatching } of children) endWatching();
    const stages = [...new Set(children.map(({ spec }) => spec.stage))].sort((left, right) => right - left);
    for (const stage of stages) {
      await Promise.all(children.filter(({ spec }) => spec.stage === stage).map(({ child }) => child.stop()));
    }
  }

  return {
    ready: start(),
    stop: () => (stopping ??= stopStages()),
    kill: () => children.forEach(({ child }) => child.kill()),
  };
}
