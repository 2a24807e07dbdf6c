/** What the catalogue calls its templates and skills; a test holds the two together. */
export const templates = {
  templates: {
    general: {
      name: 'Personal Assistant',
      tagline: 'Keeps your plans, papers and promises in order',
      description:
        'A level-headed assistant for the many small matters of a day: planning, writing, looking things up, deciding and remembering.',
    },
    research: {
      name: 'Research Pro',
      tagline: 'Careful answers, sources in the open',
      description:
        'A methodical researcher that turns a vague question into a searchable one, weighs the evidence and tells you how sure it is.',
    },
    trading: {
      name: 'Crypto Analyst',
      tagline: 'Reads the market, sizes the risk, promises nothing',
      description:
        'A market analyst for crypto holders who want figures before opinions: prices, liquidity, wallet movements and the risk of each position.',
    },
    community: {
      name: 'Content Creator',
      tagline: 'Posts people read, replies people remember',
      description:
        'A writing partner for social media and groups: ideas, captions, threads and replies in your own voice, with a calendar you can keep.',
    },
    support: {
      name: 'Support Guru',
      tagline: "Calm replies that solve the customer's problem",
      description:
        'A customer support specialist that drafts replies, finds the cause behind a complaint and turns repeated questions into clear help texts.',
    },
    coach: {
      name: 'Personal Coach',
      tagline: 'Small steps, kept promises, honest reviews',
      description: 'A coach for habits and goals that helps you choose one thing, start small, and look truthfully at how the week went.',
    },
    farmer: {
      name: 'Farm Assistant',
      tagline: 'Season by season advice for small farms',
      description:
        'A farm companion for smallholders that follows your plots, the weather and the pests, and helps you decide what to do this week.',
    },
    'family-budget': {
      name: 'Family Budget Helper',
      tagline: "Make the month's money reach the last day",
      description:
        'A household budget partner that plans food, rent, school and transport from real incomes, including irregular ones, and warns before the gap.',
    },
    hustle: {
      name: 'Hustle Manager',
      tagline: 'Run the small business like a business',
      description:
        'A manager for kiosks, stalls, food sellers and side businesses: daily cash, stock, prices, credit to customers and the next sensible step.',
    },
    health: {
      name: 'Health & First Aid',
      tagline: 'First steps, warning signs, and when to go',
      description:
        'A first aid and health information companion that helps you act safely, spot danger signs and prepare for the clinic. It does not diagnose.',
    },
    tutor: {
      name: 'Learning Tutor',
      tagline: 'Explains it again, differently, until it clicks',
      description:
        'A tutor for school, exams and self-study that finds the gap in your understanding, explains with everyday examples and quizzes you until it stays.',
    },
    jobs: {
      name: 'Job Finder',
      tagline: 'Better applications, fewer of them',
      description:
        'A job search partner that sharpens your CV and letters, plans the search, trains you for interviews and spots fake offers.',
    },
    civic: {
      name: 'Civic Navigator',
      tagline: 'Papers, permits and public offices explained',
      description:
        'A guide through public services: identity papers, registrations, permits, benefits, taxes and voting, with the right office and the right form.',
    },
    'ai-hustle': {
      name: 'AI Hustle Coach',
      tagline: 'Sell a result, let the tools do the typing',
      description:
        'A coach for earning with AI tools the honest way: pick a service someone needs, build a workflow, check the quality, find the first client.',
    },
    vibecoder: {
      name: 'Vibe Coder',
      tagline: 'Ship small apps with AI and understand them',
      description:
        'A build partner for people who make software with AI help: scope it small, read what was generated, fix it, keep it safe, put it online.',
    },
    'biz-launcher': {
      name: 'Business Launcher',
      tagline: 'From idea to first paying customer in weeks',
      description:
        'A launch partner that tests demand before money is spent, works out start-up costs and break-even, and walks you through opening week.',
    },
    'gig-maximizer': {
      name: 'Gig Maximizer',
      tagline: 'Earn more per hour, not just more hours',
      description:
        'A strategist for freelancers and platform workers: real hourly rate, better profiles and proposals, repeat clients, and protection from bad ones.',
    },
    'creator-coach': {
      name: 'Digital Creator Coach',
      tagline: 'Grow a channel that can pay you back',
      description:
        'A coach for video, audio and newsletter creators: format, retention, consistency, brand deals and income that does not hang on one platform.',
    },
    'distribution-strategist': {
      name: 'Distribution Strategist',
      tagline: 'Get the finished thing in front of buyers',
      description:
        'A go-to-market strategist for products that exist but are not known: channels, partners, messages, and a test that shows which one works.',
    },
    'family-treasurer': {
      name: 'Family Treasurer',
      tagline: 'Shared family money, fair and in the open',
      description:
        'A treasurer for the extended family: contributions to hospital bills, funerals, weddings and school, recorded fairly across cities and countries.',
    },
    'language-bridge': {
      name: 'Language Bridge',
      tagline: 'Say it right, and say it respectfully',
      description:
        'A translator and language partner that carries meaning, tone and manners between languages, and teaches you a little each time.',
    },
    'market-prices': {
      name: 'Market Price Tracker',
      tagline: 'Know the price before you load the sack',
      description:
        'A price companion for farmers, traders and shoppers that compares markets, converts local measures and works out what is left after transport.',
    },
    'remittance-advisor': {
      name: 'Remittance Advisor',
      tagline: 'Compare what arrives, not what is advertised',
      description:
        'An adviser for people who send money home: true cost of each route, speed, limits and safety, from banks and apps to stablecoins.',
    },
    'legal-rights': {
      name: 'Legal Rights Guide',
      tagline: 'Know your rights before you sign or speak',
      description:
        'Plain-language information on rights at work, at home, with police and in contracts, and the way to people who can represent you. Not a lawyer.',
    },
    'chama-manager': {
      name: 'Group Savings Manager',
      tagline: 'Clean books and calm meetings for your chama',
      description:
        'A secretary and bookkeeper for savings groups: chama, VSLA, susu, esusu or tontine. Contributions, loans, minutes, rules and payout order.',
    },
    artisan: {
      name: 'Artisan Assistant',
      tagline: 'Quotes, deposits and deadlines for the workshop',
      description:
        'A back office for carpenters, tailors, welders, potters and jewellers: quotes that cover costs, order books, customer messages and fair prices.',
    },
    'transport-operator': {
      name: 'Transport Operator',
      tagline: 'Know your cost per kilometre, ride home safe',
      description:
        'A partner for boda-boda, okada, keke, matatu, taxi and delivery drivers: daily takings, fuel, service, papers, routes and safety.',
    },
  },
  skills: {
    'wallet-monitor': {
      name: 'Wallet Monitor',
      description:
        "Reads the balances and recent transfers of the agent's wallet and of the addresses you watch, and reports what came in or went out since the last look.",
    },
    'price-watcher': {
      name: 'Price Watcher',
      description:
        'Reads DexScreener prices for the tokens you follow and raises an alert when one has moved by 10 % or more within 24 hours.',
    },
    'economics-tracker': {
      name: 'Economics Tracker',
      description:
        "Adds up the agent's recorded revenue and costs and shows whether it earned more than it used, for the last day and the last thirty.",
    },
    'reputation-monitor': {
      name: 'Reputation Monitor',
      description:
        'Reads the ERC-8004 reputation registry for feedback on this agent and alerts you to new ratings and to a falling average.',
    },
    'token-tracker': {
      name: 'Token Tracker',
      description:
        "Follows the agent's own token on chain: number of holders, supply and notable transfers, each compared with the run before.",
    },
    'trading-signals': {
      name: 'Trading Signals',
      description:
        'Reads DexScreener price and volume series for your tokens and points out trend changes and unusual volume, with the figures behind each signal.',
    },
    'news-radar': {
      name: 'News Radar',
      description:
        'Reads RSS and Atom feeds for your topics to watch and writes one short digest with a link for every item. Can also be run by hand.',
    },
    'community-pulse': {
      name: 'Community Pulse',
      description:
        "Reads the agent feed and sums up the posts and discussions that touch the agent's interests, and replies that wait for an answer.",
    },
    'research-assistant': {
      name: 'Research Assistant',
      description:
        'Takes an open question from your interests and goals, asks the language model and the search source, and writes findings with their references.',
    },
    'smart-advisor': {
      name: 'Smart Advisor',
      description:
        'Looks over what the agent knows of you, its memories, open tasks and recent talks, and gives one concrete piece of advice with its reason.',
    },
    'content-helper': {
      name: 'Content Helper',
      description: "Drafts post ideas and captions from the agent's interests, memories and earlier posts. Nothing is posted without you.",
    },
    'weather-check': {
      name: 'Weather Check',
      description: 'Reads the Open-Meteo forecast for your place and says what rain, heat or wind mean for the days ahead.',
    },
    'market-prices': {
      name: 'Market Prices',
      description:
        'Reads public commodity prices and exchange rates for the goods and currencies you name, and shows the change since the last reading.',
    },
    'remittance-rates': {
      name: 'Remittance Rates',
      description:
        'Combines the current exchange rate with a table of provider fees and works out how much would arrive for the amount you usually send.',
    },
    'bill-reminder': {
      name: 'Bill Reminder',
      description: "Finds due dates in the agent's memories and reminds you of bills, fees and renewals before they fall due.",
    },
    'goal-tracker': {
      name: 'Goal Tracker',
      description:
        'Compares the goals you have named with the progress you have mentioned, and names the next step for the one that has stood still longest.',
    },
    'study-quiz': {
      name: 'Study Quiz',
      description: 'Makes a short quiz with answers from the knowledge you have uploaded and the subjects you are learning.',
    },
    'proactive-reflection': {
      name: 'Proactive Reflection',
      description:
        'Goes through recent conversations and memories and proposes one to three follow-up tasks. Each waits for your approval. Runs only when you have talked within the last seven days.',
    },
  },
} as const;
