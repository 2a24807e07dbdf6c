// Facts as memories are written, each with a question that asks for it in other words, and one that names it.

export type MemoryQuestion = { memory: string; paraphrase: string; keyword: string };

const rows: readonly (readonly [string, string, string])[] = [
  ['User is allergic to peanuts', 'Is there any food I must stay away from?', 'peanuts'],
  ["User's sister Ana works as a nurse in Braga", 'What does my sibling do for a living?', 'Ana'],
  ['User lives in a small flat near the harbour of Rotterdam', 'Where is my home?', 'Rotterdam flat'],
  ['User has a cat called Miso', 'Do I own a pet?', 'Miso'],
  ['User runs five kilometres every morning before breakfast', 'How do I keep fit?', 'running kilometres'],
  ['User is saving for a trip to Japan next spring', 'Which journey am I putting money aside for?', 'Japan'],
  ['User prefers short answers with bullet points', 'How should you write to me?', 'bullet points'],
  ['User was born on 4 March 1990', 'How old am I?', 'born March'],
  ['User is learning to play the cello', 'Which instrument am I practising?', 'cello'],
  ["User's wife is called Joana", 'Who am I married to?', 'Joana'],
  ['User works as a paediatric nurse at the city hospital', 'What is my job?', 'paediatric'],
  ['User takes medication for high blood pressure', 'Which tablets do I need for my health?', 'blood pressure'],
  ['User feels nervous before speaking in public', 'What makes me anxious?', 'public speaking'],
  ['User wants to open a bakery within two years', 'What business do I dream of starting?', 'bakery'],
  ['User drives an old red Volvo', 'What car do I have?', 'Volvo'],
  ['User speaks Portuguese and a little Swahili', 'Which languages do I know?', 'Swahili'],
  ['User does not eat meat', 'Am I a vegetarian?', 'meat'],
  ["User's daughter Clara starts school in September", 'When does my child begin with classes?', 'Clara'],
  ['User pays rent on the first day of each month', 'When is the money for my apartment due?', 'rent'],
  ['User collects vintage postcards', 'What is my hobby?', 'postcards'],
  ['User is preparing for a chess tournament in Lyon, rated 1780', 'Which competition am I training for?', 'rated 1780'],
  ['User moved from Chennai two years ago', 'Which city did I come from?', 'Chennai'],
  ['User cannot swim', 'Should I go into deep water?', 'swim'],
  ["User's boss is Mr Okafor, who dislikes late reports", 'Who is my manager?', 'Okafor'],
  ['User sleeps badly when drinking coffee after noon', 'Why might I lie awake at night?', 'coffee noon'],
  ['User banks with Fidelidade', 'Where do I keep my money?', 'Fidelidade'],
  ['User grows tomatoes on the balcony', 'What do I have in my garden?', 'tomatoes'],
  ['User has an interview at Moonbase Robotics on Thursday', 'What appointment could get me a new position?', 'Moonbase'],
  ['User is afraid of flying and takes trains', 'How do I like to travel?', 'trains'],
  ["User's mother turned seventy and lives alone in Faro", 'How is my mum situated?', 'Faro mother'],
];

export const memoryQuestions: readonly MemoryQuestion[] = rows.map(([memory, paraphrase, keyword]) => ({ memory, paraphrase, keyword }));
