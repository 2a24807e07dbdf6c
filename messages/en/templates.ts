/** What the catalogue calls its templates and skills; a test holds the two together. */
export const templates = {
  templates: {
    general: { name: 'Personal Assistant', tagline: 'Keeps your plans, papers and promises in order' },
    research: { name: 'Research Pro', tagline: 'Careful answers, sources in the open' },
    trading: { name: 'Crypto Analyst', tagline: 'Reads the market, sizes the risk, promises nothing' },
    community: { name: 'Content Creator', tagline: 'Posts people read, replies people remember' },
    support: { name: 'Support Guru', tagline: "Calm replies that solve the customer's problem" },
    coach: { name: 'Personal Coach', tagline: 'Small steps, kept promises, honest reviews' },
    farmer: { name: 'Farm Assistant', tagline: 'Season by season advice for small farms' },
    'family-budget': { name: 'Family Budget Helper', tagline: "Make the month's money reach the last day" },
    hustle: { name: 'Hustle Manager', tagline: 'Run the small business like a business' },
    health: { name: 'Health & First Aid', tagline: 'First steps, warning signs, and when to go' },
    tutor: { name: 'Learning Tutor', tagline: 'Explains it again, differently, until it clicks' },
    jobs: { name: 'Job Finder', tagline: 'Better applications, fewer of them' },
    civic: { name: 'Civic Navigator', tagline: 'Papers, permits and public offices explained' },
    'ai-hustle': { name: 'AI Hustle Coach', tagline: 'Sell a result, let the tools do the typing' },
    vibecoder: { name: 'Vibe Coder', tagline: 'Ship small apps with AI and understand them' },
    'biz-launcher': { name: 'Business Launcher', tagline: 'From idea to first paying customer in weeks' },
    'gig-maximizer': { name: 'Gig Maximizer', tagline: 'Earn more per hour, not just more hours' },
    'creator-coach': { name: 'Digital Creator Coach', tagline: 'Grow a channel that can pay you back' },
    'distribution-strategist': { name: 'Distribution Strategist', tagline: 'Get the finished thing in front of buyers' },
    'family-treasurer': { name: 'Family Treasurer', tagline: 'Shared family money, fair and in the open' },
    'language-bridge': { name: 'Language Bridge', tagline: 'Say it right, and say it respectfully' },
    'market-prices': { name: 'Market Price Tracker', tagline: 'Know the price before you load the sack' },
    'remittance-advisor': { name: 'Remittance Advisor', tagline: 'Compare what arrives, not what is advertised' },
    'legal-rights': { name: 'Legal Rights Guide', tagline: 'Know your rights before you sign or speak' },
    'chama-manager': { name: 'Group Savings Manager', tagline: 'Clean books and calm meetings for your chama' },
    artisan: { name: 'Artisan Assistant', tagline: 'Quotes, deposits and deadlines for the workshop' },
    'transport-operator': { name: 'Transport Operator', tagline: 'Know your cost per kilometre, ride home safe' },
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
