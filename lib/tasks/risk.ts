export const riskLevels = ['high', 'medium', 'low'] as const;

export type RiskLevel = (typeof riskLevels)[number];

/** Task types that move or exchange value. */
export const highRiskTaskTypes = ['transfer', 'payment', 'send', 'swap', 'bridge', 'wallet-action'] as const;

/** Task types that only read or inform. */
export const lowRiskTaskTypes = ['reminder', 'info', 'informational', 'alert', 'research', 'digest', 'notification'] as const;

const levelByTaskType: ReadonlyMap<string, RiskLevel> = new Map([
  ...highRiskTaskTypes.map((taskType) => [taskType, 'high'] as const),
  ...lowRiskTaskTypes.map((taskType) => [taskType, 'low'] as const),
]);

/**
 * The risk level an owner sees beside a task, from its type alone. Types that stand in neither table, `scheduled`
 * among them, are `medium`. Letter case and surrounding space do not lower a level.
 */
export function riskLevelOf(taskType: string): RiskLevel {
  return levelByTaskType.get(taskType.trim().toLowerCase()) ?? 'medium';
}
