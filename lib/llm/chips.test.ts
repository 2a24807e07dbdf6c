import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestChips, type ChipContext } from '@/lib/llm/chips';

const PERSONA = ['Check market prices', "What's moving today?", 'Analyze this token', "How's my portfolio?"];
const chips = (context: Partial<ChipContext>) =>
  suggestChips({ personaChips: PERSONA, reply: 'Fine.', lastUserMessage: 'Hello', ...context });

describe('suggested chips', () => {
  it('are two to four different ones of at most 60 characters, and the same each time, for any reply', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 300 }),
        fc.string(),
        fc.array(fc.string({ maxLength: 80 })),
        (reply, lastUserMessage, personaChips) => {
          const context = { reply, lastUserMessage, personaChips };
          const made = suggestChips(context);
          expect(made.length).toBeGreaterThanOrEqual(2);
          expect(made.length).toBeLessThanOrEqual(4);
          expect(made.every((chip) => chip.length > 0 && chip.length <= 60)).toBe(true);
          expect(new Set(made).size).toBe(made.length);
          expect(suggestChips(context)).toEqual(made);
        },
      ),
    );
  });

  it('take up what the reply offers', () => {
    expect(chips({ reply: 'I can book it. Would you like tea or coffee?' }).slice(0, 2)).toEqual(['Tea', 'Coffee']);
    expect(chips({ reply: 'Shall I remind you tomorrow?' })[0]).toBe('Yes, please');
    expect(chips({ reply: 'This is only a par', finishReason: 'length' })[0]).toBe('Go on');
    expect(chips({ calledTools: ['remember'] })).toContain('What do you remember about me?');
  });

  it('come from the persona otherwise, and never repeat what was just said', () => {
    expect(PERSONA).toEqual(expect.arrayContaining(chips({})));
    expect(chips({ lastUserMessage: 'check market prices!' })).not.toContain('Check market prices');
  });
});
