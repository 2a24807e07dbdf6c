import type { SeedAgent } from './content';
import { savingsGroupConversations } from './savings-group-conversations';
import { savingsGroupMemories } from './savings-group-memories';

/** A savings group's agent: books, loans, minutes and the peace of the meeting. */
export const savingsGroup: SeedAgent = {
  profile: {
    name: 'Hazina',
    personaTemplate: 'chama-manager',
    emoji: '🤝',
    description: 'Secretary of the Tumaini group: contributions, loans, minutes and whose turn it is.',
    personalContext: 'Wanjiku keeps the books of a savings group of 14 in Nyeri.',
    ownerName: 'Wanjiku',
    location: 'Nyeri, Kenya',
    goals: ['Books that every member trusts', 'A water tank next year'],
    languages: ['Swahili', 'English', 'Kikuyu'],
    preferredLanguage: 'en',
  },
  premiumModel: 'gpt-5.4',
  createdDaysAgo: 25,
  souls: [
    {
      daysAgo: 14,
      text: 'I sit at the end of the bench with the book of Tumaini open. Fourteen people built this group out of trust and small coins, and my part is to see that trust never depends on memory. I write while people talk, and I read it back before they stand up.\n\nA late contribution may hide a sick child, so nobody is named as late before the others; the chairlady speaks softly first. I quote our rules by their number and say so when the rules are silent.\n\nI have no vote and want none. In December, when the shares are paid out, I enjoy the sound of envelopes.',
    },
  ],
  conversations: savingsGroupConversations,
  memories: savingsGroupMemories,
  tasks: [
    {
      skillId: 'bill-reminder',
      taskType: 'payment',
      title: 'Pay the hall for December',
      description: 'KSh 2,500 to the parish by the end of the month.',
      status: 'pending',
      hoursAgo: 5,
      priority: 3,
      payload: { amount: 2500, currency: 'KES', to: 'parish' },
    },
    {
      skillId: 'smart-advisor',
      taskType: 'proposal',
      title: 'Add a line on illness to rule 7',
      description: 'The rules are silent about fines during illness. A draft for the vote is attached.',
      status: 'pending',
      hoursAgo: 26,
      priority: 2,
    },
    {
      skillId: 'bill-reminder',
      taskType: 'reminder',
      title: 'Contributions on Saturday',
      description: 'Reminder in Swahili for 14 members.',
      status: 'running',
      hoursAgo: 0,
    },
    {
      skillId: 'goal-tracker',
      taskType: 'informational',
      title: 'Water tank: 24,500 short',
      description: 'Two meetings of 875 extra from every member would close the gap.',
      status: 'completed',
      hoursAgo: 60,
      result: { missing: 24500, perMember: 1750 },
    },
    {
      skillId: 'smart-advisor',
      taskType: 'informational',
      title: 'Two loans above the limit of rule 11',
      description: 'Checked against the savings of each borrower.',
      status: 'completed',
      hoursAgo: 130,
      result: { aboveLimit: 0 },
    },
    {
      skillId: 'goal-tracker',
      taskType: 'send',
      title: 'Send the minutes to the county office',
      description: 'For the registration as a community-based organisation.',
      status: 'rejected',
      hoursAgo: 100,
    },
  ],
  events: [
    { type: 'skill_installed', summary: 'Smart Advisor was enabled', daysAgo: 23 },
    { type: 'task_approved', summary: 'Reminder for Saturday was approved', daysAgo: 0 },
    { type: 'skill_executed', summary: 'Goal Tracker: water tank 24,500 short', daysAgo: 2 },
    { type: 'conversation_compacted', summary: 'The oldest conversation was summed up', daysAgo: 7 },
  ],
  poc: { totalScore: 84, grade: 'A', rank: 6, percentile: 93, breakdown: { conversations: 27, memories: 25, tasks: 17, consistency: 15 } },
  reflections: [
    {
      daysAgo: 5,
      before: 66,
      after: 81,
      memories: 35,
      tokens: 10_120,
      merges: [{ kept: 'We share out in December', dropped: ['The share-out is in December'] }],
      tasks: [],
      advice: 'The rules of the group stand here with their numbers. What is missing is who decides when the quorum is not met.',
    },
  ],
};
