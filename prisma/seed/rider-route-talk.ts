import type { SeedConversation } from './content';

const model = 'gpt-5-mini' as const;

/** A talk that grew so long that its beginning was summed up. */
export const riderRouteTalk: SeedConversation = {
  title: 'A month of school runs, day by day',
  daysAgo: 9,
  exchanges: [
    {
      ask: 'I want to write down the school runs this month. Six children from Nyalenda to Kassagam, first pick-up 6.20. Parents pay 60 a child and day.',
      reply: 'Noted: six children, first pick-up **6.20**, 60 a child and day, so **360 a day** if all ride. Shall I count absences too?',
      model,
      used: ['I take six children to school every weekday morning'],
    },
    { ask: 'Yes. Monday all six. Tuesday five, Atieno was sick.', reply: 'Monday 360, Tuesday 300. Together **660**.', model },
    {
      ask: 'Wednesday the culvert was under water, I went by the market road. It took 20 minutes more.',
      reply: 'Six children, 360, and 20 minutes more by the market road. So far **1,020**.',
      model,
      used: ['The Nyalenda short cut floods at the culvert when it rains'],
    },
    { ask: 'Atieno’s mother pays on Fridays only, in one sum.', reply: 'Then I note her 60 a day as owed and clear it on Fridays.', model },
    { ask: 'Thursday all six, Friday all six, she paid.', reply: 'Thursday 360, Friday 360, nothing owed. The week: **1,740**.', model },
    { ask: 'Second week: no school on Wednesday, the teachers met.', reply: 'Four days then: at most **1,440** this week.', model },
    { ask: 'All rode on all four days.', reply: '**1,440**. The month stands at 3,180.', model },
    {
      ask: 'One father asks for a lower price for two children.',
      reply: '10 less a child would cost you 20 a day, about 400 a month. If he pays on Mondays in advance, it may be worth it.',
      model,
    },
    { ask: 'I will ask him for that.', reply: 'Good. Tell me what he says and I change the sheet.', model },
  ],
  summary:
    '- owner keeps a record of the school runs: six children from Nyalenda to Kassagam, first pick-up 6.20, KSh 60 a child and day\n- first days: Monday 360, Tuesday 300 (Atieno was sick), Wednesday 360 by the market road, because the culvert was flooded',
};
