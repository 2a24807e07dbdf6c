/** The middle of some figures; of an even number the mean of the two in the middle. NaN of none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The `share` quantile (0–1) of some figures, interpolated. NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
}

/** A figure with as many decimals as it deserves. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 100) return value.toFixed(0);
  return Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** Prints rows below a heading, columns aligned: the first to the left, figures to the right. */
export function printTable(title: string, columns: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const cells = [columns, ...rows].map((row) => row.map((cell) => (typeof cell === 'number' ? figure(cell) : cell)));
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => (row[index] ?? '').length)));
  console.log(`\n${title}`);
  for (const row of cells) {
    console.log(
      `  ${row.map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0))).join('   ')}`,
    );
  }
}

export type Goal = { name: string; value: number; atMost?: number; atLeast?: number; unit?: string };

/** Prints each figure beside its goal. A missed goal, or a figure that could not be measured, makes the bench exit with 1. */
export function judge(goals: readonly Goal[]): void {
  console.log('');
  for (const { name, value, atMost, atLeast, unit = '' } of goals) {
    const reached = (atMost === undefined || value <= atMost) && (atLeast === undefined || value >= atLeast);
    const goal = atMost === undefined ? `at least ${atLeast}${unit}` : `at most ${atMost}${unit}`;
    console.log(`  ${reached ? 'reached' : 'MISSED '}  ${name}: ${figure(value)}${unit} (goal: ${goal})`);
    if (!reached) process.exitCode = 1;
  }
}
