export type BudgetClaim = {
  /** What it would take to be whole, in tokens. */
  need: number;
  /** How much it counts against the others when not all can be whole. */
  weight: number;
};

/**
 * Shares `total` tokens among claims, in their order. A claim never gets more than it needs; what small ones leave goes
 * to the others by weight. The sum is at most `total`.
 */
export function shareBudget(claims: readonly BudgetClaim[], total: number): number[] {
  const granted = claims.map(() => 0);
  let open = claims.map((claim, position) => ({ ...claim, position }));
  let left = Math.max(0, total);
  while (open.length > 0) {
    const weights = open.reduce((sum, claim) => sum + claim.weight, 0);
    const shareOf = (weight: number) => (left * weight) / weights;
    const satisfied = open.filter((claim) => claim.need <= shareOf(claim.weight));
    if (satisfied.length === 0) {
      for (const claim of open) granted[claim.position] = Math.floor(shareOf(claim.weight));
      break;
    }
    for (const claim of satisfied) granted[claim.position] = claim.need;
    left -= satisfied.reduce((sum, claim) => sum + claim.need, 0);
    open = open.filter((claim) => !satisfied.includes(claim));
  }
  return granted;
}
