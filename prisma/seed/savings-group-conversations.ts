import type { SeedConversation } from './content';

/** The talks of the savings group with its agent, oldest first. */
export const savingsGroupConversations: SeedConversation[] = [
  {
    title: 'Tumaini, our rules',
    daysAgo: 24,
    exchanges: [
      {
        ask: 'We are 13 women and men, we give 1,000 each month and lend to each other. Our rules are on three sheets of paper. How do we keep order?',
        reply:
          'Karibuni. Three books are enough, and one rule for each:\n\n1. **Contribution book** – one line a member and meeting. Read aloud before anybody stands up.\n2. **Loan book** – amount, date, interest by the rule, balance after every payment.\n3. **Minutes** – decisions in numbered lines, signed by two.\n\nWhoever holds the book does not hold the box. Who keeps which today?',
        model: 'gpt-5-mini',
      },
      {
        ask: 'I hold the book, Halima the box. Three others have the keys.',
        reply:
          'That is sound: **book, box and keys in five hands.** Send me your rules one by one, with their numbers, and I will quote them by number when a question comes.',
        model: 'gpt-5-mini',
        learned: [['Halima keeps the box and I keep the book', 'fact']],
      },
    ],
  },
  {
    title: 'Asha’s two missed contributions',
    daysAgo: 17,
    exchanges: [
      {
        ask: 'Asha has missed two contributions of 1,000. What do we do?',
        reply:
          'By rule 7 it is 2 × 1,000 plus 2 × 100, **2,200**. Before the meeting, let the chairlady speak with Asha alone. Then the group may choose:\n\n| | This meeting | Next | After |\n| --- | ---: | ---: | ---: |\n| All at once | 2,200 | 1,000 | 1,000 |\n| In two parts | 1,100 + 1,000 | 1,100 + 1,000 | 1,000 |\n| Fine waived for illness | 2,000 | 1,000 | 1,000 |\n\nThe rules are silent about illness. If members vote to waive it, I minute it and propose a line for the constitution.',
        model: 'grok-4-1-fast-non-reasoning',
        used: ['A late contribution is fined with KSh 100, rule 7', 'The contribution is KSh 1,000 a member and meeting'],
        learned: [['Asha missed two contributions', 'fact']],
      },
      {
        ask: 'Andika ujumbe kwa Asha, kwa upole.',
        reply:
          'Hii hapa:\n\n> Habari dada Asha, tunakuombea nafuu. Mama Kevin angependa kukutembelea Alhamisi jioni kuzungumza kuhusu michango, polepole na bila haraka. Je, saa kumi na moja ni sawa? – Tumaini\n\nHakuna kiasi ndani ya ujumbe; hayo ni ya mazungumzo.',
        model: 'grok-4-1-fast-non-reasoning',
        used: ['Reminders to members are written in Swahili'],
      },
    ],
  },
  {
    title: 'Peter’s loan on the reducing balance',
    daysAgo: 12,
    exchanges: [
      {
        ask: 'Peter borrowed 15,000 for seeds. 1.5 % a month on the reducing balance, back in five months. Show the plan.',
        reply:
          'Five equal parts of 3,000, interest on what is still owed (rule 12):\n\n| Month | Owed before | Interest 1.5 % | Payment | Owed after |\n| ---: | ---: | ---: | ---: | ---: |\n| 1 | 15,000 | 225 | 3,225 | 12,000 |\n| 2 | 12,000 | 180 | 3,180 | 9,000 |\n| 3 | 9,000 | 135 | 3,135 | 6,000 |\n| 4 | 6,000 | 90 | 3,090 | 3,000 |\n| 5 | 3,000 | 45 | 3,045 | 0 |\n| | | **675** | **15,675** | |\n\nFlat interest would have been 1,125. By rule 11 he may borrow up to three times his savings; the book must show at least 5,000 saved.',
        model: 'gpt-5.4',
        tools: [
          {
            name: 'calculate',
            input: { expression: '(15000 + 12000 + 9000 + 6000 + 3000) * 0.015' },
            output: { ok: true, expression: '(15000 + 12000 + 9000 + 6000 + 3000) * 0.015', result: '675' },
          },
        ],
        used: [
          'Interest on group loans is 1.5 % a month on the reducing balance, rule 12',
          'A loan may be at most three times what the member has saved, rule 11',
        ],
        learned: [['Peter pays his loan back in five months', 'fact']],
      },
    ],
  },
  {
    title: 'Ten per cent a month',
    daysAgo: 9,
    exchanges: [
      {
        ask: 'A man from Nairobi wants to speak at our meeting. He promises 10 % a month on our 180,000. Some members are excited.',
        reply:
          'Ten per cent a month is **213 % a year**. Nobody who can truly earn that needs your 180,000. Before he speaks, ask for three things in writing:\n\n1. The licence number of the Capital Markets Authority or the SASRA. Check it yourself.\n2. Where the return comes from, in one sentence.\n3. Two groups who were *paid out*, not only promised.\n\nIf one is missing, the answer stands in your minutes: *the group thanks him and declines*. I would let the treasurer read it, so that no member has to stand alone.',
        model: 'gpt-5.4',
        tools: [
          {
            name: 'calculate',
            input: { expression: '(1.1 ^ 12 - 1) * 100' },
            output: { ok: true, expression: '(1.1 ^ 12 - 1) * 100', result: '213.842837672' },
          },
        ],
        learned: [['The group has KSh 180,000 together', 'fact']],
      },
    ],
  },
  {
    title: 'Minutes of Saturday',
    daysAgo: 6,
    exchanges: [
      {
        ask: 'Write up: 12 of 14 present, Mary got the turn 12,000, box counted 24,500, water tank talked about, next meeting first Saturday.',
        reply:
          '## Tumaini – minutes\n\n1. Present: 12 of 14. **Quorum reached** (rule 4: two thirds).\n2. Contributions: 12 × 1,000 = 12,000, paid out to **Mary** as her turn. Two outstanding.\n3. The box was counted before all: **24,500**, as the book says.\n4. Water tank: members bring prices for 5,000 litres. *No decision.*\n5. Next meeting: first Saturday, at Asha’s house.\n\nSigned: ______________ (chair)  ______________ (secretary)\n\nShall the two outstanding be under 2 without names? You asked for that once.',
        model: 'gpt-5-mini',
        used: ['I want minutes in numbered lines, decisions in bold', 'The quorum is two thirds of the members, rule 4'],
        learned: [['Mary received her turn of KSh 12,000', 'fact']],
      },
      {
        ask: 'Yes without names. Now the same in Swahili for the notice board',
        reply:
          '## Tumaini – kumbukumbu\n\n1. Waliohudhuria: 12 kati ya 14. **Akidi ilitimia** (kanuni ya 4).\n2. Michango: 12 × 1,000 = 12,000, alipewa **Mary**',
        model: 'gpt-5-mini',
        ends: 'stopped',
      },
    ],
  },
  {
    title: 'Water tank: three offers',
    daysAgo: 3,
    exchanges: [
      {
        ask: 'Offers for 5,000 litres: Kentank 38,500 with delivery, Roto 36,000 plus 3,500 transport, a used one for 18,000.',
        reply:
          'Side by side, over ten years:\n\n| | Kentank | Roto | Used |\n| --- | ---: | ---: | ---: |\n| At the door | 38,500 | 39,500 | 18,000 |\n| Stand and gutter | 9,000 | 9,000 | 9,000 |\n| Warranty | 10 years | 10 years | none |\n| Likely repairs | 1,500 | 1,500 | 12,000 |\n| **Together** | **49,000** | **50,000** | **39,000** |\n| A member (14) | 3,500 | 3,572 | 2,786 |\n\nThe used one saves 714 a member and may crack in its second dry season. With the 24,500 in the box you are **24,500 short** for the Kentank: two meetings of 875 extra each.',
        model: 'grok-4-1-fast-non-reasoning',
        used: ['We want to buy a water tank together next year', 'The box held KSh 24,500 at the last count'],
      },
      { ask: 'Draft the vote for the meeting', reply: '', model: 'grok-4-1-fast-non-reasoning', ends: 'failed' },
    ],
  },
  {
    title: 'Share-out in December',
    daysAgo: 0,
    exchanges: [
      {
        ask: 'How much does each get in December if we keep 20,000 for next year? 180,000 together, 14 members, but Faith has only three months.',
        reply:
          'By months saved, which your rule 15 calls *fair share*: 13 members × 12 months + 3 = **159 shares**.\n\n- To share: 180,000 − 20,000 = **160,000**\n- One month’s share: 160,000 ÷ 159 = **1,006.29**\n- A full year: **12,075**\n- Faith: **3,019**\n- Left over by rounding: 6, to the box\n\nOutstanding fines and loans go off *before* the envelope is closed. I would read the list aloud at the November meeting, so that December holds no surprise.',
        model: 'gpt-5.4',
        tools: [
          {
            name: 'calculate',
            input: { expression: '160000 / 159' },
            output: { ok: true, expression: '160000 / 159', result: '1006.28930818' },
          },
        ],
        used: ['We share out in December', 'Faith is the newest member, since October'],
      },
    ],
  },
];
