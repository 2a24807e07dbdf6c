import { describe, expect, it } from 'vitest';
import { routeMessage } from '@/lib/llm/recall/intent';
import { cpuMsOf } from '@/tests/cpu-time';

describe('what a message asks for', () => {
  it.each([
    ['Remember that my sister lives in Porto', 'my sister lives in Porto'],
    ['please remember: I am allergic to peanuts.', 'I am allergic to peanuts.'],
    ['Hey, can you remember that I hate olives?', 'I hate olives'],
    ["Don't forget that the rent is due on the 3rd", 'the rent is due on the 3rd'],
    ['Don’t forget my birthday is in May', 'my birthday is in May'],
    ['Make a note that we moved to Leeds', 'we moved to Leeds'],
    ['Note: my locker is number 14', 'my locker is number 14'],
    ['Keep in mind I am vegan', 'I am vegan'],
    ['Remember my dog is called Rex', 'my dog is called Rex'],
  ])('"%s" is a fact to keep', (message, fact) => {
    expect(routeMessage(message)).toEqual({ kind: 'remember', fact });
  });

  it.each([
    ['Forget that I like tea', 'I like tea'],
    ['please forget about my old job', 'my old job'],
    ['Forget what I told you about my car.', 'my car'],
    ['Delete the memory about my ex', 'my ex'],
    ['Forget my birthday', 'my birthday'],
  ])('"%s" is something to forget', (message, what) => {
    expect(routeMessage(message)).toEqual({ kind: 'forget', what });
  });

  it.each([
    ['My answer: Nairobi, Kenya.', 'Nairobi, Kenya'],
    ['the answer is: two of them', 'two of them'],
    ['My answer: What is 15% of 240?', 'What is 15% of 240?'],
  ])('"%s" is an answer', (message, value) => {
    expect(routeMessage(message)).toEqual({ kind: 'answer', value });
  });

  it.each(['My answer depends on the day', 'My answer:', 'The answer is no', 'Nairobi'])('"%s" is none', (message) => {
    expect(routeMessage(message).kind).not.toBe('answer');
  });

  it.each([
    ['What do you know about me?', 'list-memories'],
    ['what have you remembered about me', 'list-memories'],
    ['Tell me everything you know about me', 'list-memories'],
    ['Show my memories', 'list-memories'],
    ['Forget everything', 'forget-everything'],
    ['forget everything you know about me!', 'forget-everything'],
    ['Hello!', 'greeting'],
    ['Good morning, how are you?', 'greeting'],
    ['hi there', 'greeting'],
    ['Thanks a lot', 'thanks'],
    ['forget it', 'thanks'],
    ['What can you do?', 'capabilities'],
    ['Are you a language model?', 'capabilities'],
    ['who are you', 'capabilities'],
    ['Write a poem about the sea', 'task'],
    ['Can you translate this into German?', 'task'],
    ['please summarise the article', 'task'],
    ['Help me write a cover letter', 'task'],
    ['Tell me a joke', 'task'],
    ['Remind me to call the bank tomorrow', 'task'],
    ['fix this function for me', 'task'],
    ['Search the web for flights', 'task'],
    ['Where does my sister live?', 'question'],
    ['what am I allergic to', 'question'],
    ['When is my birthday?', 'question'],
    ['Do you remember when we went to Rome?', 'question'],
    ['Remember when we met?', 'question'],
    ['Wo wohnt meine Schwester?', 'question'],
    ['Tell me about my dog', 'question'],
    ['remind me what my boss is called', 'question'],
    ['How many cats do I have?', 'question'],
    ['What time does my train leave?', 'question'],
    ['What is the difference between 2 and 3 star hotels?', 'question'],
    ['I live in Porto', 'statement'],
    ['My phone number ends in 12', 'statement'],
    ['The meeting went well', 'statement'],
    ['I moved here on 12/05/2019', 'statement'],
  ])('"%s" is a %s', (message, kind) => {
    expect(routeMessage(message).kind).toBe(kind);
  });

  it.each([
    ['Search our conversations for Lisbon', 'search-conversations', 'Lisbon'],
    ['When did we talk about the budget?', 'search-conversations', 'the budget'],
    ['Have we ever talked about sailing?', 'search-conversations', 'sailing'],
    ['What did I say about the garden?', 'search-conversations', 'the garden'],
    ['Search your memory for cats', 'search-memory', 'cats'],
    ['search for violin', 'search-memory', 'violin'],
  ])('"%s" is a %s', (message, kind, query) => {
    expect(routeMessage(message)).toEqual({ kind, query });
  });

  it.each([
    ['What time is it?', null],
    ["what's today's date", null],
    ['What day is it today?', null],
    ['what is the date?', null],
    ['What day is 24 December?', '24 December'],
    ['How many days until 1 May 2027?', '1 May 2027'],
    ['When is next friday?', 'next friday'],
    ['What day of the week was 4 July 1990?', '4 July 1990'],
  ])('"%s" asks for a date', (message, expression) => {
    expect(routeMessage(message)).toEqual({ kind: 'date', expression });
  });

  it.each([
    ['What is 15% of 240?', '15% of 240'],
    ['2 + 2', '2 + 2'],
    ['calculate (3+4)*2', '(3+4)*2'],
    ["what's 12 times 7?", '12 times 7'],
    ['How much is 1,200 / 12', '1,200 / 12'],
    ['What is the square root of 144?', 'the square root of 144'],
    ['work out 12/05/2019', '12/05/2019'],
  ])('"%s" is arithmetic', (message, expression) => {
    expect(routeMessage(message)).toEqual({ kind: 'calculate', expression });
  });

  it('stays quick on hostile text', () => {
    const spentMs = cpuMsOf(() => {
      for (const piece of ['please ', 'what did you ', 'forget the ', '1+', 'hi ', 'so and ', '((', 'remember '])
        routeMessage(piece.repeat(3_000));
      for (const piece of ['please ', 'what did you ', 'forget the ', '1+', 'hi ', 'so and ', '((', 'remember '])
        routeMessage(piece.repeat(150));
    });
    expect(spentMs).toBeLessThan(2_000);
  });
});
