/** The CPU time in milliseconds that `act` takes of this process: unlike the clock, it does not grow when other programs run. */
export function cpuMsOf(act: () => void): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
