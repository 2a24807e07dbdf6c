import { describe, expect, test } from 'vitest';
import { contentWords, wordsOf } from '@/lib/platform/text-search';
import { otherForms, SHORTEST_BEGINNING } from './word-forms';

/** Whether a word of the question, or one of its forms, is a word of the text or the beginning of one. */
function meet(question: string, text: string): boolean {
  const words = contentWords(question);
  const sought = [...words, ...otherForms(question, words).flat()];
  return wordsOf(text).some((word) => sought.some((form) => (form.length >= SHORTEST_BEGINNING ? word.startsWith(form) : word === form)));
}

describe('other forms of words', () => {
  test.each([
    ['Onde estou estudando?', 'Estuda na UFPR'],
    ['quais sao as minhas viagens', 'Viagem à Bahia'],
    ['Qual é a reunião?', 'Reuniões às terças'],
    ['Que animais eu tenho?', 'Tem um animal de estimação'],
    ['O meu irmão?', 'Duas irmãs mais novas'],
    ['Com quem eu moro?', 'Mora com a mãe'],
    ['Ninapenda nini?', 'Anapenda chai'],
    ['Naogopa nini?', 'Anaogopa mbwa'],
    ['Nilipe lini?', 'Analipa kodi'],
    ['Mtoto wangu ni nani?', 'Watoto wake wawili'],
    ['Kitabu changu ni kipi?', 'Vitabu vya hadithi'],
    ['Rafiki yangu ni nani?', 'Marafiki zake'],
    ['Ninaimba kanisani gani?', 'Kanisa la mtaa'],
    ['nina ngombe wangapi', "Ana ng'ombe watatu"],
  ])('%s meets %s', (question, text) => {
    expect(meet(question, text)).toBe(true);
  });

  test.each([
    ['Onde estou estudando?', 'Gosta de festas'],
    ['Ninapenda nini?', 'Anaogopa mbwa'],
    ['Mtoto wangu ni nani?', 'Mama yake anaishi Tanga'],
  ])('%s does not meet %s', (question, text) => {
    expect(meet(question, text)).toBe(false);
  });

  test('an English question has none, whatever its words look like', () => {
    const question = 'What did Maria say about the wine from America and the machine in the market?';
    expect(otherForms(question, contentWords(question)).flat()).toEqual([]);
  });

  test('forms are words alone and bounded in number, whatever is asked', () => {
    const question = `não ni ${'ninawapendanisha '.repeat(40)} d'água 日本語 x':* & | ! ção`;
    const forms = otherForms(question, contentWords(question));
    expect(forms.flat().every((form) => /^[\p{L}\p{N}]+$/u.test(form))).toBe(true);
    expect(Math.max(...forms.map(({ length }) => length))).toBeLessThanOrEqual(40);
  });
});
