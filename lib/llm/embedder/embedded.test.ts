import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { cosineSimilarity, EmbedderError } from '@/lib/llm/embedder/embedder';
import { createEmbeddedEmbedder } from '@/lib/llm/embedder/embedded';
import { loadTypeScript } from '@/lib/platform/thread-entry';

const embedder = createEmbeddedEmbedder();
afterAll(() => embedder.close());

async function embedAll(texts: string[]): Promise<number[][]> {
  const vectors = await embedder.embed(texts);
  return vectors.map((vector) => {
    if (!vector) throw new Error('no embedding');
    return vector;
  });
}

describe('the embedded encoder', () => {
  it('ranks a paraphrase nearer than another fact', async () => {
    const [question, answer, other] = await embedAll([
      'Do I have any pets at home?',
      'I have a small dog called Biscuit',
      'I work as an accountant in Leeds',
    ]);
    expect(cosineSimilarity(question!, answer!)).toBeGreaterThan(cosineSimilarity(question!, other!) + 0.1);
  });

  it('gives unit vectors of 512 components, the same alone and in a batch', async () => {
    const texts = ['I am allergic to peanuts', 'My sister lives in Lisbon and teaches physics', 'I run on Sundays'];
    const batch = await embedAll(texts);
    for (const [index, text] of texts.entries()) {
      const [single] = await embedAll([text]);
      expect(single).toHaveLength(512);
      expect(cosineSimilarity(single!, single!)).toBeCloseTo(1, 6);
      const difference = Math.max(...single!.map((value, at) => Math.abs(value - batch[index]![at]!)));
      expect(difference).toBeLessThan(1e-5);
    }
  });

  it('reads a note about "the user" as one in the first person', async () => {
    const [noted, said] = await embedAll(["The user's favourite colour is green", 'My favourite colour is green']);
    expect(cosineSimilarity(noted!, said!)).toBeGreaterThan(0.999);
  });

  it('lets the end of a long text count', async () => {
    const beginning = Array.from({ length: 20 }, () => 'The harbour office keeps records of every ship.').join(' ');
    const [plain, extended, topic] = await embedAll([
      beginning,
      `${beginning} ${Array.from({ length: 12 }, () => 'My cat needs insulin every morning before breakfast.').join(' ')}`,
      'How do I treat my diabetic cat?',
    ]);
    expect(cosineSimilarity(extended!, topic!)).toBeGreaterThan(cosineSimilarity(plain!, topic!) + 0.1);
  });

  it('says null where a text has no embedding, in its place', async () => {
    const vectors = await embedder.embed(['', '  \n', '🎉🎉', '私は猫が好きです', '12345', 'I like cats']);
    expect(vectors.map((vector) => vector === null)).toEqual([true, true, true, true, true, false]);
  });

  it('answers calls made at once, each with its own vectors', async () => {
    const long = Array.from({ length: 70 }, (_, index) => `Fact number ${index} about gardens and rivers`);
    const [many, one] = await Promise.all([embedAll(long), embedAll(['I like tea'])]);
    const [alone] = await embedAll(['I like tea']);
    expect(many).toHaveLength(70);
    expect(cosineSimilarity(one![0]!, alone!)).toBeGreaterThan(0.99999);
    expect(cosineSimilarity(many![69]!, many![68]!)).toBeLessThan(0.9999);
  });

  it('rejects an aborted call and goes on with the others', async () => {
    const controller = new AbortController();
    const aborted = embedder.embed(['I like coffee'], { signal: controller.signal });
    const kept = embedder.embed(['I like tea']);
    controller.abort(new Error('gone'));
    await expect(aborted).rejects.toThrow('gone');
    expect((await kept)[0]).toHaveLength(512);
  });
});

describe('the thread of the encoder', () => {
  it('ends when idle and comes back with the next call', async () => {
    const idle = createEmbeddedEmbedder({ idleMs: 50 });
    const [first] = await idle.embed(['I like tea']);
    expect(idle.isLoaded()).toBe(true);
    await expect.poll(() => idle.isLoaded(), { timeout: 5000 }).toBe(false);
    const [second] = await idle.embed(['I like tea']);
    expect(cosineSimilarity(first!, second!)).toBeGreaterThan(0.99999);
    await idle.close();
    await expect(idle.embed(['more'])).rejects.toThrow(EmbedderError);
  });

  it('is replaced when it crashes in mid-batch, and no answer is lost', async () => {
    let starts = 0;
    const crashing = createEmbeddedEmbedder({
      entry: () => (++starts === 1 ? crashingThread() : realThread()),
    });
    const [vector] = await crashing.embed(['I like tea']);
    expect(vector).toHaveLength(512);
    expect(starts).toBe(2);
    await crashing.close();
  });

  it('gives an error, not a hang, when it crashes again and again, and recovers later', async () => {
    let broken = true;
    const crashing = createEmbeddedEmbedder({ entry: () => (broken ? crashingThread() : realThread()) });
    await expect(crashing.embed(['I like tea'])).rejects.toThrow(EmbedderError);
    broken = false;
    expect((await crashing.embed(['I like tea']))[0]).toHaveLength(512);
    await crashing.close();
  });

  it('is ended when it hangs', async () => {
    const hanging = createEmbeddedEmbedder({
      timeoutMs: 100,
      entry: hangingThread,
    });
    await expect(hanging.embed(['I like tea'])).rejects.toThrow('no answer within 100 ms');
    expect(hanging.isLoaded()).toBe(false);
    await hanging.close();
  });
});

function realThread() {
  return { code: loadTypeScript(pathToFileURL('lib/llm/embedder/embedder-thread.ts')) };
}

function crashingThread() {
  return { code: "require('node:worker_threads').parentPort.on('message', () => process.exit(3))" };
}

function hangingThread() {
  return { code: 'setInterval(() => {}, 1000)' };
}
