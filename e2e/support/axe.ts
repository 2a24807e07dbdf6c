// The rules of WCAG, run by axe in the page itself: our pages have no frames, which would need a tab of their own.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules of axe that read colours, of the standards above: a theme changes nothing else. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

export type Rules = 'all' | 'colours';

/** What breaks a rule on the page, or in the part of it that a selector names, but for what `without` names: a line for each rule. */
export async function breaches(page: Page, rules: Rules, part = 'html', without?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().include(part);
  if (without) axe.exclude(without);
  const { violations } = await (rules === 'all' ? axe.withTags(STANDARDS) : axe.withRules(COLOUR_RULES)).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(' ')} (${node.failureSummary ?? ''})`).join('; ')}`,
  );
}
