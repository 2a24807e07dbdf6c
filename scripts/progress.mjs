/** Prints what is being done, and after it how long it took: `Building, about a minute … 48 s`. */
export function progress(text) {
  const started = performance.now();
  process.stdout.write(`  ${text} …`);
  return () => process.stdout.write(` ${((performance.now() - started) / 1000).toFixed(performance.now() - started < 10_000 ? 1 : 0)} s\n`);
}
