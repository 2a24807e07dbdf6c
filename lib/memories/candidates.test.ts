import { afterAll, describe, expect, it } from 'vitest';
import { createEmbeddedEmbedder } from '@/lib/llm/embedder/embedded';
import { cosineSimilarity } from '@/lib/llm/embedder/embedder';
import { decideMerge } from '@/lib/memories/candidates';
import { contradicts } from '@/lib/memories/classifier/contradiction';

const embedder = createEmbeddedEmbedder();
afterAll(() => embedder.close());

describe('contradictions', () => {
  it.each([
    ['I live in Berlin now', 'I live in Porto'],
    ['I just moved to Berlin', 'User lives in Porto'],
    ['My name is Kim', 'I go by Sam'],
    ['I work at Globex', 'I work for Initech'],
    ['I work as a chef', 'My job is teaching piano'],
    ['My favourite colour is red', 'My favorite colour is green'],
    ['I am 35', "I'm 34 years old"],
    ['I am vegan now', "I'm a vegetarian"],
    ['My wife is called Ana', "My wife's name is Ingrid"],
    ['My sister lives in Rome', 'My sister Ana lives in Porto'],
    ['I no longer drink coffee', 'I drink coffee'],
    ["I don't like jazz", 'I love jazz'],
    ['I quit smoking', 'I smoke'],
    ['My rent is 950 euros', 'My rent is 900 euros'],
    ['I am divorced', 'I am married'],
    ['User does not like jazz', 'User likes jazz'],
  ])('"%s" ends "%s"', (latest, earlier) => {
    expect(contradicts(latest, earlier, 0.7)).toBe(true);
    expect(contradicts(latest, earlier, null)).toBe(true);
    expect(contradicts(latest, earlier, 0.2)).toBe(false);
  });

  it.each([
    ['I live in Lisbon, Portugal', 'I live in Lisbon'],
    ['I live in Lisbon', 'I live in the north of Lisbon'],
    ['I lived in Berlin', 'I live in Porto'],
    ['I used to live in Berlin', 'I live in Porto'],
    ['My brother lives in Berlin', 'I live in Porto'],
    ['My brother lives in Berlin', 'My sister lives in Porto'],
    ['My favourite film is Alien', 'My favourite colour is green'],
    ['I have a cat', 'I have a dog'],
    ['I like tea', 'I like coffee'],
    ["I don't like tea", 'I like coffee'],
    ['I live in Berlin', 'I live in Porto and work as a nurse'],
    ['I want to live in Berlin', 'I live in Porto'],
    ['I speak French', 'I speak Arabic'],
    ['My sister is a nurse', 'My sister is tall'],
    ['I am a runner', 'I am a nurse'],
    ['My name is Kim', 'My name is Kim Larsen'],
  ])('"%s" leaves "%s" as it is', (latest, earlier) => {
    expect(contradicts(latest, earlier, 0.9)).toBe(false);
  });
});

describe('what becomes of a new fact', () => {
  const decide = async (fact: string, stored: string[]) => {
    const [vector, ...others] = (await embedder.embed([fact, ...stored])) as number[][];
    const neighbours = stored.map((content, index) => ({
      id: content,
      content,
      category: 'fact',
      similarity: cosineSimilarity(vector!, others[index]!),
    }));
    return decideMerge(fact, neighbours, embedder.thresholds);
  };

  it.each([
    ['I have a peanut allergy', ["I'm allergic to peanuts", 'I drive a Yaris']],
    ['I live in Porto.', ['i live in porto', 'I work in Porto']],
    ['I really love hiking', ['I like hiking']],
    ['Spicy food is my favourite', ['My favourite food is spicy food']],
  ])('"%s" strengthens the first of %j', async (fact, stored) => {
    expect(await decide(fact, stored)).toEqual({ kind: 'strengthen', id: stored[0] });
  });

  it.each([
    ['I live in Berlin now', ['I live in Porto', 'I like Berlin']],
    ['My favourite colour is red', ['My favourite colour is green']],
    ["I don't drink coffee any more", ['I drink coffee', 'I drink tea']],
  ])('"%s" supersedes the first of %j', async (fact, stored) => {
    expect(await decide(fact, stored)).toEqual({ kind: 'supersede', id: stored[0] });
  });

  it.each([
    ['My brother is called Ben', ['My brother is called Tom']],
    ['I have two cats', ['I have two dogs']],
    ['I like red wine', ['I like white wine']],
    ['I have a meeting on Monday at 9', ['I have a meeting on Monday at 11']],
    ['My daughter Mia plays the violin', ['My daughter Zoe plays the violin']],
    ['I am allergic to peanuts', ['I am not allergic to peanuts at all']],
    ['I like tea', []],
  ])('"%s" stands beside %j', async (fact, stored) => {
    expect(await decide(fact, stored)).toEqual({ kind: 'new' });
  });

  it('goes by the words where there are no vectors', () => {
    const neighbour = (content: string) => ({ id: content, content, category: 'fact', similarity: null });
    expect(decideMerge('我喜欢茶', [neighbour('我喜欢茶。')], { duplicate: 0.75 })).toEqual({ kind: 'strengthen', id: '我喜欢茶。' });
    expect(decideMerge('我喜欢茶', [neighbour('我喜欢咖啡')], { duplicate: 0.75 })).toEqual({ kind: 'new' });
  });
});
