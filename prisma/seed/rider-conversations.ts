import type { SeedConversation } from './content';
import { riderRouteTalk } from './rider-route-talk';

/** The talks of the rider with its agent, oldest first. */
export const riderConversations: SeedConversation[] = [
  {
    title: 'What stays from 2,500 a day',
    daysAgo: 27,
    exchanges: [
      {
        ask: 'I make about 2,500 shillings a day on my boda but at the end of the week nothing is left. Help me see where it goes. Fuel is 800, I pay the owner 500, food 300 and the loan takes 400.',
        reply:
          'Let us put it in one place. This is one working day:\n\n| Where it goes | KSh a day |\n| --- | ---: |\n| Takings | **2,500** |\n| Fuel | −800 |\n| Owner | −500 |\n| Loan | −400 |\n| Food | −300 |\n| Service and tyres, set aside | −110 |\n| **Stays with you** | **390** |\n\nThe line nobody counts is the service: 1,800 every 3,000 km and a pair of tyres at 4,600 every 14,000 km. At 120 km a day that is 110 a day. Put it in a separate wallet **each evening** and service week stops hurting.\n\nHow many days a week do you ride?',
        model: 'gpt-5-mini',
        tools: [
          {
            name: 'calculate',
            input: { expression: '1800 / 3000 * 120 + 4600 / 14000 * 120' },
            output: { ok: true, expression: '1800 / 3000 * 120 + 4600 / 14000 * 120', result: '111.428571428571' },
          },
        ],
        learned: [
          ['I take about KSh 2,500 a day on the boda', 'fact'],
          ['I pay the owner of the bike KSh 500 a day', 'fact'],
          ['My loan takes KSh 400 a day', 'fact'],
        ],
      },
      {
        ask: 'Six days, Sunday is for church and my daughter Neema. I ride from the stage at Kibuye market.',
        reply:
          'Six days then: **2,340 a week** if the service money stays untouched.\n\nTwo things would move it most:\n\n1. **Own the bike.** 500 a day to the owner is 13,000 a month.\n2. **Waiting time.** If you stand two hours at noon, that is a third of your day at zero.\n\nSunday stays Sunday. Shall we look at hire against a loan next?',
        model: 'gpt-5-mini',
        learned: [
          ['My daughter is called Neema', 'relationship'],
          ['I ride from the stage at Kibuye market in Kisumu', 'context'],
          ['I keep Sundays free for church and family', 'preference'],
        ],
      },
    ],
  },
  {
    title: 'Hire or loan for the bike',
    daysAgo: 22,
    exchanges: [
      {
        ask: 'Watu offers me a Boxer for a deposit of 19,500 and then 430 a day for 18 months. Compare with what I pay now.',
        reply:
          'Here is the whole life of both, six days a week, 78 weeks:\n\n| | Daily hire | Loan |\n| --- | ---: | ---: |\n| At the start | 0 | 19,500 |\n| A day | 500 | 430 |\n| 468 riding days | 234,000 | 201,240 |\n| Insurance and papers | owner | 11,000 |\n| **Paid after 18 months** | **234,000** | **231,740** |\n| Worth of the bike then | 0 | about 85,000 |\n\nSo you pay nearly the same **and own a bike** at the end. But read two clauses before you sign: what happens after *three missed days*, and whether they charge for Sundays when you do not ride. If 430 is due seven days a week, the loan costs 33,540 more.',
        model: 'gpt-5.4',
        used: ['I pay the owner of the bike KSh 500 a day', 'I keep Sundays free for church and family'],
        tools: [
          {
            name: 'calculate',
            input: { expression: '19500 + 468 * 430 + 11000' },
            output: { ok: true, expression: '19500 + 468 * 430 + 11000', result: '231740' },
          },
        ],
        learned: [['I want to own my bike within two years', 'goal']],
      },
      {
        ask: 'It is seven days, I asked. And they lock the engine after 3 days.',
        reply:
          'Then it is **268,000 or so** for an engine that can be locked while you are sick. Ask them two questions, in writing:\n\n- Can Sundays be moved to the end of the loan?\n- Is there a week of grace once a year?\n\nYour sacco may lend at 1 % a month on savings three times the deposit. What have you saved there?',
        model: 'gpt-5.4',
      },
    ],
  },
  {
    title: 'Papers that run out',
    daysAgo: 16,
    exchanges: [
      {
        ask: 'My licence ends on 3 December and the third party insurance next Friday. Remember both please.',
        reply:
          "Both are noted, and here is the order that wastes no day:\n\n1. **Insurance first**, by Friday. Without it a small bump becomes your own debt.\n2. **Licence** on eCitizen, from 30 days before it ends. Three years cost less a year than one.\n3. Keep photos of both in your phone *and* with Neema's mother.\n\nI will bring it up three days before each.",
        model: 'grok-4-1-fast-non-reasoning',
        tools: [{ name: 'remember', input: { fact: 'My riding licence ends on 3 December', category: 'context' }, output: { ok: true } }],
        looksUp: ['Papers of the bike and the rider'],
        learned: [['My riding licence ends on 3 December', 'context']],
      },
    ],
  },
  {
    title: 'Rain this week',
    daysAgo: 11,
    exchanges: [
      {
        ask: 'Should I start early tomorrow? They say rain.',
        reply:
          'Yes, go at **05:30**. Heavy showers are likely from about 14:00, so earn in the morning: school runs, then the market women until noon.\n\n- Carry the **small poncho**, not the umbrella.\n- Leave the Nyalenda short cut alone after 15:00. It floods at the culvert.\n- If thunder comes, park. One lost hour is 200 shillings.',
        model: 'grok-4-1-fast-non-reasoning',
        used: ['The Nyalenda short cut floods at the culvert when it rains'],
      },
      {
        ask: 'And Saturday? I have the wedding trip to Maseno',
        reply: 'Saturday looks dry until the evening. For Maseno and back, 52 km, ask',
        model: 'grok-4-1-fast-non-reasoning',
        ends: 'stopped',
      },
    ],
  },
  {
    title: 'Price for the Maseno trip',
    daysAgo: 10,
    exchanges: [
      {
        ask: 'What do I ask for Maseno and back with waiting 3 hours? Two passengers, no helmets of their own.',
        reply:
          'Count it, then add for the risk:\n\n| | KSh |\n| --- | ---: |\n| 52 km × 9.50 running cost | 494 |\n| 3 hours waiting at 150 | 450 |\n| Your time on the road, 2 h | 400 |\n| Second helmet, hired | 100 |\n| **Floor** | **1,444** |\n\nAsk **1,800**, accept 1,600. One passenger at a time is the law, and two helmets is what brings everybody home. Could a friend from the stage take the second?',
        looksUp: ['Rules of Kibuye stage'],
        model: 'gpt-5-mini',
        tools: [
          {
            name: 'calculate',
            input: { expression: '52 * 9.5 + 3 * 150 + 400 + 100' },
            output: { ok: true, expression: '52 * 9.5 + 3 * 150 + 400 + 100', result: '1444' },
          },
        ],
        learned: [['My friend Otieno from the stage shares long trips with me', 'relationship']],
      },
      { ask: 'Otieno takes the second. Draft me an SMS to the bride’s brother.', reply: '', model: 'gpt-5-mini', ends: 'failed' },
      {
        ask: 'Otieno takes the second. Draft me an SMS to the bride’s brother.',
        reply:
          'Here it is, in 150 characters:\n\n> Habari Kevin. Saturday Kibuye–Maseno and back, two bikes with helmets, we wait 3 hours: 1,700 each. We are at the gate 9:30. OK? – Juma\n\nI put 1,700, between your ask and your floor.',
        model: 'gpt-5-mini',
      },
    ],
  },
  riderRouteTalk,
  {
    title: 'A sheet for my takings',
    daysAgo: 6,
    exchanges: [
      {
        ask: 'My cousin has a computer. Can you make a small thing that adds my takings from a text file? One line per day like "mon 2600 820".',
        reply:
          'Save this as `takings.py` beside your file `takings.txt`:\n\n```python\nfrom pathlib import Path\n\nrows = [line.split() for line in Path("takings.txt").read_text().splitlines() if line.strip()]\ntakings = sum(int(row[1]) for row in rows)\nfuel = sum(int(row[2]) for row in rows)\nfixed = len(rows) * (500 + 400 + 110)  # owner, loan, service\n\nprint(f"{len(rows)} days, takings {takings:,}, fuel {fuel:,}")\nprint(f"stays with you: {takings - fuel - fixed:,}")\n```\n\nFor the line `mon 2600 820` alone it prints `stays with you: 770`. Food is not in it yet; shall I add a fourth number?',
        model: 'gpt-5.4',
        used: ['I pay the owner of the bike KSh 500 a day', 'My loan takes KSh 400 a day'],
        learned: [['My cousin Brian has a computer that I can use', 'relationship']],
      },
    ],
  },
  {
    title: 'The sound from the chain',
    daysAgo: 2,
    exchanges: [
      {
        ask: 'The chain clicks when I pull away with a passenger. Last service was at 41,200 km, now 43,900.',
        reply:
          'Clicking **under load** is usually one of these, cheapest first:\n\n1. **Dry or dirty chain** – clean with paraffin, oil it, 80 shillings.\n2. **Slack** – push it up in the middle: more than 30 mm, tighten it.\n3. **Hooked sprocket teeth** – then chain *and* both sprockets, about 2,800 in Kisumu.\n\nYou are at 2,700 km since the service, so it is due at **44,200** anyway. Do 1 and 2 today, 3 at the service. Do not ride to Maseno on it.',
        model: 'gpt-5-mini',
        learned: [['The last service was at 41,200 km', 'fact']],
        used: ['I do a full service every 3,000 km'],
      },
    ],
  },
  {
    title: 'What do you know about me?',
    daysAgo: 0,
    exchanges: [
      {
        ask: 'What do you know about my bike?',
        reply:
          'I have no language model here, so I quote what I remember:\n\n- “I ride a Bajaj Boxer 150, registration ends with 47K”\n- “I do a full service every 3,000 km”\n- “The last service was at 41,200 km”\n- “I want to own my bike within two years”',
        model: 'recall',
        used: ['I ride a Bajaj Boxer 150, registration ends with 47K', 'I do a full service every 3,000 km'],
      },
      {
        ask: 'How did this week go compared to the last one?',
        reply:
          'Better, by **1,150 shillings**:\n\n| | Last week | This week |\n| --- | ---: | ---: |\n| Takings | 14,600 | 15,900 |\n| Fuel | 4,700 | 4,850 |\n| Fixed | 6,060 | 6,060 |\n| **Stays** | **3,840** | **4,990** |\n\nThe school run brought most of it: 6 children, 5 mornings. Sunday is yours; Monday we set 1,320 aside for the sprockets.',
        model: 'gpt-5-mini',
        tools: [{ name: 'search_memory', input: { query: 'weekly takings' }, output: { memories: [] } }],
        used: ['I take six children to school every weekday morning'],
      },
    ],
  },
];
