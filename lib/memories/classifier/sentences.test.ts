import { describe, expect, it } from 'vitest';
import { readStatements, tidyFact } from '@/lib/memories/classifier/sentences';

describe('the form of a fact', () => {
  it.each([
    ['by the way, I live in Porto.', 'I live in Porto'],
    ['Well, actually, my name is Kim!', 'My name is Kim'],
    ["Hi! I'm Kim", "I'm Kim"],
    ['and I also like tea', 'I also like tea'],
    ['No one in my family eats pork', 'No one in my family eats pork'],
    ['So far I have run three marathons', 'So far I have run three marathons'],
    ['You should know that I am deaf', 'I am deaf'],
    ['I work for Acme Inc.', 'I work for Acme Inc'],
    ['My doctor is Mr. T.', 'My doctor is Mr. T.'],
  ])('%s → %s', (sentence, fact) => {
    expect(tidyFact(sentence)).toBe(fact);
  });
});

describe('statements of a message', () => {
  it.each([
    ['I live in Porto and work as a nurse.', ['I live in Porto', 'I work as a nurse.']],
    ["I'm 34 and live in Leeds", ["I'm 34", 'I live in Leeds']],
    ["I'm going to move and work abroad", ["I'm going to move and work abroad"]],
    ['If I win and I move to Rome, I will call', ['If I win and I move to Rome, I will call']],
    ['I like salt and pepper', ['I like salt and pepper']],
    ['- I like tea\n- I hate rain', ['I like tea', 'I hate rain']],
    ['Correct, I live in Porto', ['Correct, I live in Porto']],
    ['I never save money', ['I never save money']],
    ['I like tea. Please rewrite this: I like beer.', ['I like tea.']],
    ['I like tea. Do not store that.', []],
  ])('%s', (message, statements) => {
    expect(readStatements(message)).toEqual(statements);
  });
});
