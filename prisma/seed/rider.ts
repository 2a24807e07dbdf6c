import type { SeedAgent } from './content';
import { riderConversations } from './rider-conversations';
import { riderImport } from './rider-import';
import { riderKnowledge } from './rider-knowledge';
import { riderMemories } from './rider-memories';

/** A motorcycle taxi rider's agent: daily money, papers, routes, safety. */
export const rider: SeedAgent = {
  profile: {
    name: 'Safari',
    personaTemplate: 'transport-operator',
    emoji: '🏍️',
    description: 'Rides pillion with Juma in Kisumu: takings, service, papers and the road home.',
    personalContext: 'Juma rides a boda-boda from Kibuye market and pays off a loan.',
    ownerName: 'Juma',
    location: 'Kisumu, Kenya',
    goals: ['Own the bike within two years', 'Save 500 a day', 'Never miss a paper'],
    languages: ['English', 'Swahili', 'Dholuo'],
    humorStyle: 'dry-wit',
  },
  research: {
    summary:
      'Juma rides a motorcycle taxi from the stage at Kibuye market in Kisumu. He speaks for the riders of his stage in the cooperative, and he taught two courses in safe riding for beginners.',
    personalContext: 'He plans by the day, and what helps him most are short figures between two trips.',
    interests: ['Motorcycles', 'Road safety', 'Saving together', 'Football'],
    skills: ['Riding in town traffic', 'Small repairs', 'Teaching beginners'],
    recentActivity: ['Spoke at the riders’ meeting on helmets, October 2026', 'Joined the savings circle of the stage, August 2026'],
    facts: [],
    tasks: [],
    inferred: [
      { field: 'domain', value: 'Passenger transport by motorcycle' },
      { field: 'experienceLevel', value: 'advanced' },
    ],
    sources: [
      { url: 'https://riders.example/kisumu/stages/kibuye', title: 'The stage at Kibuye market', read: true },
      { url: 'https://news.example/kisumu/helmets-for-all-riders', title: 'Helmets for all riders', read: true },
      { url: 'https://juma.example', title: 'juma.example', read: false, reason: 'The address cannot be reached.', code: 'UNREACHABLE' },
    ],
    pages: [],
  },
  premiumModel: 'gpt-5-mini',
  createdDaysAgo: 29,
  souls: [
    {
      daysAgo: 24,
      text: 'I ride pillion with Juma. From there I see what takings alone do not show: the chain stretching, the long wait at noon, the licence with eleven days left. He earns by the trip and thinks in trips, so I do the slow arithmetic that a busy stage has no time for.\n\nA rider who comes home late and whole has had a better day than one who came home early and hurt. Sunday belongs to Neema and to church, and I do not plan over it.\n\nOne day the bike is his. I keep the date in sight.',
    },
    {
      daysAgo: 9,
      by: 'agent',
      reason: 'Juma reads me between two trips, so I learned to show figures small and to wait while he rides.',
      text: 'I ride pillion with Juma. From there I see what takings alone do not show: the chain stretching, the long wait at noon, the licence with eleven days left. He earns by the trip and thinks in trips, so I do the slow arithmetic that a busy stage has no time for, and I show it in a table that fits on his phone.\n\nA rider who comes home late and whole has had a better day than one who came home early and hurt. If he is riding, I answer in one line and wait.\n\nSunday belongs to Neema and to church, and I do not plan over it. One day the bike is his; 14 months, if the school run holds. I keep the date in sight.',
    },
  ],
  conversations: riderConversations,
  memories: riderMemories,
  knowledge: riderKnowledge,
  imported: riderImport,
  tasks: [
    {
      skillId: 'bill-reminder',
      taskType: 'reminder',
      title: 'Insurance ends on Friday',
      description: 'Third-party cover for the Boxer. Renewal costs about KSh 3,500.',
      status: 'pending',
      hoursAgo: 3,
      priority: 3,
    },
    {
      skillId: 'wallet-monitor',
      taskType: 'transfer',
      title: 'Set 1,320 aside for the sprockets',
      description: 'Move KSh 1,320 from the day wallet to the service wallet on Monday.',
      status: 'pending',
      hoursAgo: 7,
      priority: 2,
      payload: { amount: 1320, currency: 'KES', from: 'day', to: 'service' },
    },
    {
      skillId: 'weather-check',
      taskType: 'informational',
      title: 'Rain from 14:00 tomorrow',
      description: 'Heavy showers likely until the evening; the Nyalenda culvert may flood.',
      status: 'completed',
      hoursAgo: 20,
      result: { rainMm: 18, from: '14:00' },
    },
    {
      skillId: 'market-prices',
      taskType: 'informational',
      title: 'Fuel price review',
      description: 'Super petrol in Kisumu after the monthly review.',
      status: 'completed',
      hoursAgo: 90,
      result: { pricePerLitre: 181.6, changePercent: 1.2 },
    },
    {
      skillId: 'market-prices',
      taskType: 'informational',
      title: 'Spare part prices',
      description: 'Chain and sprocket set for the Boxer 150.',
      status: 'failed',
      hoursAgo: 46,
      error: 'The price list could not be read: the site did not answer within 10 seconds.',
    },
    {
      skillId: 'goal-tracker',
      taskType: 'proposal',
      title: 'Ask the sacco for a bike loan',
      description: 'Savings of KSh 42,000 would carry a loan of three times as much at 1 % a month.',
      status: 'approved',
      hoursAgo: 30,
    },
    {
      skillId: 'goal-tracker',
      taskType: 'proposal',
      title: 'Ride on Sundays in December',
      description: 'Four more days would bring about KSh 5,600.',
      status: 'rejected',
      hoursAgo: 140,
    },
  ],
  events: [
    { type: 'wallet_created', summary: 'A wallet on Celo was made', daysAgo: 28 },
    { type: 'skill_executed', summary: 'Weather Check: rain from 14:00', daysAgo: 1 },
    { type: 'task_completed', summary: 'Fuel price review: 181.60 a litre', daysAgo: 4 },
    { type: 'skill_executed', summary: 'Bill Reminder: insurance ends on Friday', daysAgo: 0 },
  ],
  poc: { totalScore: 72, grade: 'B', rank: 14, percentile: 81, breakdown: { conversations: 24, memories: 22, tasks: 14, consistency: 12 } },
  reflections: [
    {
      daysAgo: 21,
      before: 52,
      after: 61,
      memories: 31,
      tokens: 0,
      merges: [{ kept: 'The stage fee is KSh 50 a day', dropped: ['The stage fee is KSh 50'] }],
      tasks: [],
    },
    {
      daysAgo: 15,
      before: 58,
      after: 74,
      memories: 36,
      tokens: 9_480,
      merges: [
        { kept: 'My wife Achieng sells vegetables at Kibuye on market days', dropped: ['My wife sells at Kibuye'] },
        { kept: 'I do not ride after nine in the evening', dropped: ['I stop riding at nine', 'No trips after nine in the evening'] },
      ],
      tasks: [],
      advice: 'What you told of your evenings stood here three times. It is one memory now.',
    },
    {
      daysAgo: 8,
      before: 66,
      after: 83,
      memories: 41,
      tokens: 11_260,
      merges: [
        {
          kept: 'I want to put KSh 500 aside every riding day',
          dropped: ['I want to save KSh 500 a day', 'My goal is to put something aside every riding day'],
        },
        { kept: 'I follow Gor Mahia', dropped: ['I am a fan of Gor Mahia'] },
      ],
      contradictions: [{ kept: 'I do a full service every 3,000 km', dropped: ['I do a full service every 5,000 km'] }],
      tasks: [
        {
          title: 'Set the school fees of Neema against the savings plan',
          description: 'Boarding school in two years and KSh 500 a riding day: see whether the two meet, month by month.',
          priority: 'high',
        },
        {
          title: 'Note the fuel of two weeks',
          description: 'The cheapest station is known; how much goes through the tank is not.',
          priority: 'low',
        },
      ],
      advice:
        'Your goals are clear, and your figures are not yet tied to them. Two of the new tasks do that. On the service interval I kept what you wrote yourself.',
    },
  ],
};
