import type { SeedConversation } from './content';

/** The talks of the researcher with its agent, oldest first. */
export const researcherConversations: SeedConversation[] = [
  {
    title: 'Turning the question into one that can be answered',
    daysAgo: 20,
    exchanges: [
      {
        ask: 'The board asks: "Do electric pressure cookers work?" Help me make a question of it that a study can answer.',
        reply:
          'As it stands it cannot be answered: *work* for whom, against what, measured how? A version that can:\n\n| Part | Choice |\n| --- | --- |\n| Population | households in Kiambu that cook with charcoal and have a connection |\n| Intervention | a cooker of 6 litres, paid in 12 parts |\n| Comparison | the same offer, one year later |\n| Outcome | PM2.5 in the kitchen, 24 h mean, after six months |\n| Second outcomes | spending on fuel; minutes of cooking; share of meals |\n\nDecision that hangs on it: whether to fund 3,000 more. Is a year of waiting acceptable to the comparison group?',
        model: 'gpt-5.4',
        used: ['I want the finding first, then the confidence, then the evidence'],
      },
      {
        ask: 'Yes, they know about the waiting list.',
        reply:
          'Then the waiting list is your comparison, and it is the honest kind. **Randomise the order**, publicly, and write the rule down before the first name is drawn.',
        model: 'gpt-5.4',
        learned: [['Our comparison group is a waiting list of one year', 'fact']],
      },
    ],
  },
  {
    title: 'How many households do we need?',
    daysAgo: 15,
    exchanges: [
      {
        ask: 'Standard deviation of log PM2.5 about 0.8, I want to see a 25 % reduction with 80 % power. Two equal groups.',
        reply:
          'About **122 households in each group** (moderate confidence: the deviation comes from other kitchens, not yours).\n\nThe working: 25 % less is a difference of $\\ln(0.75) = -0.288$, so\n\n$$n = \\frac{2\\,(1.96 + 0.84)^2 \\cdot 0.8^2}{0.288^2} \\approx 121$$\n\nWith 15 % attrition, recruit **144** each, 288 in all. Your 300 are enough, but not for results by income group.\n\n```r\npower.t.test(delta = -log(0.75), sd = 0.8, power = 0.8)$n\n```',
        model: 'gpt-5.4',
        tools: [
          {
            name: 'calculate',
            input: { expression: '2 * (1.96 + 0.84)^2 * 0.8^2 / 0.288^2' },
            output: { ok: true, expression: '2 * (1.96 + 0.84)^2 * 0.8^2 / 0.288^2', result: '120.98765432' },
          },
        ],
        used: ['The pilot has 300 households in Kiambu', 'I want to learn R well enough to check our analyst'],
        learned: [['We look for a reduction of 25 % in PM2.5', 'goal']],
      },
    ],
  },
  {
    title: 'Is the market report worth its price?',
    daysAgo: 13,
    exchanges: [
      {
        ask: 'A consultancy sells a report for 3,900 dollars: "African clean cooking market to grow at 14.2 % a year". Worth it?',
        reply:
          'Probably not (high confidence about the method, none about the figure). The page names no sample, no country, no year of the base, and the same sentence stands in their report on another continent with **13.9 %**.\n\nWhat is free and says how it counted:\n\n- the tracking report on SDG 7, by country and year\n- the household budget survey of the national bureau, with its questionnaire\n- import statistics, code 8516.60, which count *cookers that crossed a border*\n\nI could not open the report itself; I judged its public page alone.',
        model: 'grok-4.20',
        used: ['I do not trust market reports that cost money and hide their method'],
      },
    ],
  },
  {
    title: 'Attrition, and what it does to us',
    daysAgo: 8,
    exchanges: [
      {
        ask: 'After six months 41 of 300 are gone, 29 from the comparison group. How bad?',
        reply:
          'Bad enough to show, not to hide: 8.0 % against **19.3 %**. If those who left the waiting list bought a cooker of their own, your effect is *too small*; if they moved because of poverty, it is *too large*.\n\nThree things, in this order:\n\n1. A table of baseline values of those who left and those who stayed, by group.\n2. Lee bounds. They need no model, only that the cooker keeps people in the study.\n3. One sentence in the abstract, not in the appendix.\n\n```r\nlibrary(leebounds)\nleebounds(data, outcome = "log_pm", treatment = "cooker")\n```\n\nUnverified: I wrote the call from memory; check the name of the package before you rely on it.',
        model: 'gpt-5.4',
        tools: [
          {
            name: 'calculate',
            input: { expression: '29 / 150 * 100' },
            output: { ok: true, expression: '29 / 150 * 100', result: '19.3333333333' },
          },
        ],
        learned: [['41 of 300 households left the study, 29 of them from the comparison group', 'fact']],
      },
      {
        ask: 'And in Stata? Tobias insists.',
        reply:
          '```stata\nssc install leebounds\nleebounds log_pm cooker, select(observed)\n```\n\nHere I am surer: the command is Tauchmann’s, *Stata Journal* 14(4), 2014.',
        model: 'gpt-5.4',
        used: ['My analyst is called Tobias and works in Stata'],
      },
    ],
  },
  {
    title: 'Summary for the board',
    daysAgo: 4,
    exchanges: [
      {
        ask: 'Half a page for Professor Adeyemi. Cost first.',
        reply:
          '**A cooker costs 31 euros a household and year over four years and saves about 68 in charcoal.**\n\n- *Finding:* PM2.5 in kitchens fell by 31 % (95 % interval 17 to 43 %). Moderate confidence: one season, one county.\n- *Use:* six months on, 62 % of meals are cooked on it. Beans first, chapati never.\n- *Not shown:* any effect on illness. We did not measure it and should not say it.\n- *What would change this:* a tariff above 28 shillings a unit turns the saving to zero.\n\n> Recommendation: fund 1,000, not 3,000, and tie the rest to use after twelve months.',
        model: 'gpt-5.4',
        used: [
          'Professor Adeyemi chairs the board and asks about cost first',
          'The board asks whether to fund electric pressure cookers or LPG',
        ],
        learned: [['62 % of meals are cooked on the electric cooker after six months', 'fact']],
      },
      {
        ask: 'Make it sound more certain, they like certain',
        reply:
          'I would rather not: the interval is what they pay us for. But the first line can carry the weight. For instance: **"Each euro spent on a cooker comes back twice, and kitchens are a third cleaner; whether people are healthier, this study cannot',
        model: 'gpt-5.4',
        ends: 'stopped',
      },
    ],
  },
  {
    title: 'Was ist ein Standardfehler?',
    daysAgo: 2,
    exchanges: [
      {
        ask: 'Erkläre meiner Mutter in drei Sätzen, was ein Standardfehler ist.',
        reply:
          'Wenn wir dieselbe Befragung hundertmal machten, käme jedes Mal ein etwas anderer Durchschnitt heraus. Der Standardfehler sagt, wie weit diese Durchschnitte typischerweise auseinanderliegen. Er wird kleiner, je mehr Menschen man fragt: viermal so viele Menschen, halb so viel Unsicherheit.',
        model: 'grok-4-1-fast-non-reasoning',
        used: ['I read English, German and some Swahili'],
      },
      { ask: 'Und ein Beispiel aus der Küche?', reply: '', model: 'grok-4-1-fast-non-reasoning', ends: 'failed' },
      {
        ask: 'Und ein Beispiel aus der Küche?',
        reply:
          'Du schöpfst einen Löffel Suppe und schmeckst: etwas salzig. Schöpfst du zehnmal von verschiedenen Stellen und nimmst den mittleren Eindruck, irrst du dich viel seltener über den ganzen Topf.',
        model: 'grok-4-1-fast-non-reasoning',
      },
    ],
  },
  {
    title: 'What is still unknown here?',
    daysAgo: 0,
    exchanges: [
      {
        ask: 'Before I submit: what is still unknown in our study?',
        reply:
          'Five things, the first two matter for the decision:\n\n1. **Twelve months.** Use at six months predicts little; in two earlier programmes it halved. *Low confidence.*\n2. **The tariff.** All savings assume 22.5 shillings a unit.\n3. Whether those who left differ in what we did not measure.\n4. Health. Not measured.\n5. Cleaning of sensors: the log has gaps in week 14.\n\nSearched today: your notes and our talks. Not reached: the national tariff review, which is behind a form.',
        model: 'gpt-5.4',
        tools: [
          {
            name: 'search_memory',
            input: { query: 'study open questions' },
            output: { memories: [{ content: '41 of 300 households left the study, 29 of them from the comparison group' }] },
          },
          { name: 'search_conversations', input: { query: 'sensors gaps' }, output: { messages: [] } },
        ],
        used: ['41 of 300 households left the study, 29 of them from the comparison group', 'Our sensors measure PM2.5 every minute'],
      },
    ],
  },
];
