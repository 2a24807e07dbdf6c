import { describe, expect, it } from 'vitest';
import { CATALOGUE, FREE_OF_CHARGE } from '@/lib/llm/catalogue';
import { costMicroUsd, reservedTokens } from '@/lib/llm/metering';

const priceOf = (id: string) => CATALOGUE.find((model) => model.id === id)!.price;

describe('the cost of a request', () => {
  it.each([
    ['none', 0.2, 0.5],
    ['gpt-5-mini', 0.25, 2],
    ['grok-4.20', 2, 6],
    ['gpt-5.4', 2.5, 15],
  ])('%s is %d and %d dollars a million tokens', (id, input, output) => {
    expect(costMicroUsd({ inputTokens: 1_000_000, outputTokens: 0 }, priceOf(id))).toBe(input * 1_000_000);
    expect(costMicroUsd({ inputTokens: 0, outputTokens: 1_000_000 }, priceOf(id))).toBe(output * 1_000_000);
  });

  it('is a whole number, never zero for a used model, and zero for a model of the house', () => {
    expect(costMicroUsd({ inputTokens: 1, outputTokens: 1 }, priceOf('none'))).toBe(1);
    expect(costMicroUsd({ inputTokens: 1_234, outputTokens: 567 }, priceOf('gpt-5.4'))).toBe(11_590);
    expect(costMicroUsd({ inputTokens: 1_234, outputTokens: 567 }, FREE_OF_CHARGE)).toBe(0);
  });

  it('a turn reserves its prompt and its whole output cap', () => {
    expect(reservedTokens(900, 1_024)).toBe(1_924);
  });
});
