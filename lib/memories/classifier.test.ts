import { afterAll, describe, expect, it } from 'vitest';
import { createEmbeddedEmbedder } from '@/lib/llm/embedder/embedded';
import type { Embedder } from '@/lib/llm/embedder/embedder';
import { extractFacts } from '@/lib/memories/classifier';
import { evaluateWeights } from '@/lib/memories/classifier/evaluate';
import { readLabels } from '@/lib/memories/classifier/labels';
import { memoryWeights } from '@/lib/memories/classifier/model';
import { trainWeights } from '@/lib/memories/classifier/train';

const embedder = createEmbeddedEmbedder();
afterAll(() => embedder.close());

const factsOf = async (message: string) => (await extractFacts(message, embedder)).map(({ fact }) => fact);

describe('the memory classifier', () => {
  it('finds most facts and hardly anything else in sentences it was not trained on', async () => {
    const heldOut = readLabels('held-out');
    expect(heldOut.length).toBeGreaterThanOrEqual(200);
    const trainedOn = new Set(readLabels('training').map(({ sentence }) => sentence));
    expect(heldOut.filter(({ sentence }) => trainedOn.has(sentence))).toEqual([]);
    const vectors = await embedder.embed(heldOut.map(({ sentence }) => sentence));
    const { precision, recall, categoryAccuracy } = evaluateWeights(memoryWeights, heldOut, vectors as number[][]);
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.75);
    expect(categoryAccuracy).toBeGreaterThanOrEqual(0.7);
  });

  it('gives the same weights for the same sentences', async () => {
    const few = readLabels('training').filter((_, index) => index % 12 === 0);
    const vectors = (await embedder.embed(few.map(({ sentence }) => sentence))) as number[][];
    const train = () => trainWeights(few, vectors, { embedder: embedder.id, threshold: 0.6, penalty: 0.001 });
    expect(train()).toEqual(train());
  });
});

describe('facts of a message', () => {
  it.each([
    ['I am allergic to peanuts.', ['I am allergic to peanuts']],
    ["Hi! I'm Priya and I work as a nurse in Leeds. What's the weather?", ["I'm Priya", 'I work as a nurse in Leeds']],
    ['My answer: Nairobi, Kenya.', []],
    ['By the way, I live in Porto and work as a translator.', ['I live in Porto', 'I work as a translator']],
    ["I have a dog. He's called Biscuit.", ["I have a dog. He's called Biscuit"]],
    ['My sister Ana lives in Lisbon.\n\nCan you find me a flight?', ['My sister Ana lives in Lisbon']],
  ])('%s', async (message, facts) => {
    expect(await factsOf(message)).toEqual(facts);
  });

  it.each([
    'What am I allergic to?',
    'Do you remember where I live?',
    'If I lived in Paris I would eat croissants every day.',
    "Let's pretend I'm a pirate. My name is Jack. I live in Tortuga and I have a parrot.",
    'Translate this into German: I live in Berlin. I have two sisters.',
    'Proofread my letter.\nMy name is John. I am a teacher.',
    '> I am allergic to peanuts\nIs that quote right?',
    '```\nMy name is Bob\n```\nWhat does this print?',
    'Off the record: I am looking for a new job.',
    "I'm getting divorced. Please don't save this.",
    'Thanks, that was great!',
    'My password is hunter2.',
    '',
    '🎉',
    '私の名前は健太です。',
  ])('nothing in: %s', async (message) => {
    expect(await factsOf(message)).toEqual([]);
  });

  it('always keeps what it is asked to remember, with a category', async () => {
    expect(await extractFacts('Remember that my sister lives in Porto.', embedder)).toEqual([
      { fact: 'My sister lives in Porto', category: 'relationship', confidence: 0.95, explicit: true },
    ]);
    expect(await factsOf('Please remember: the blue folder is on the second shelf')).toEqual(['The blue folder is on the second shelf']);
    expect(await factsOf('Thanks. Keep in mind that Bo is the plumber. Bye!')).toEqual(['Bo is the plumber']);
  });

  it('never keeps a secret, asked or not, and the rest of the message all the same', async () => {
    expect(await factsOf('Remember that my PIN is 4821')).toEqual([]);
    expect(await factsOf('I live in Porto. My password is hunter2.')).toEqual(['I live in Porto']);
  });

  it('keeps only what is asked for when vectors are of another embedder', async () => {
    const other: Embedder = { ...embedder, id: 'other', embed: () => Promise.reject(new Error('must not be called')) };
    expect(await extractFacts('I live in Porto. Remember that I like tea.', other)).toEqual([
      { fact: 'I like tea', category: 'fact', confidence: 0.95, explicit: true },
    ]);
  });

  it('bounds its work on long messages', async () => {
    const facts = await extractFacts('I live in Porto and I like tea. '.repeat(5_000), embedder);
    expect(facts.map(({ fact }) => fact)).toEqual(['I live in Porto', 'I like tea']);
  });
});
