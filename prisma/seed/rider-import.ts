import type { SeedImport } from './content';

/** What the rider told another assistant before he had his own. */
export const riderImport: SeedImport = {
  fileName: 'chatgpt-export-juma-2026.zip',
  format: 'chatgpt',
  conversations: 64,
  messages: 412,
  unread: 3,
  facts: [
    {
      content: 'I grew up in Siaya with my grandmother and two cousins',
      category: 'identity',
      daysAgo: 210,
      title: 'A speech for my cousin’s wedding',
      excerpt: 'Help me with a few words for my cousin. I grew up in Siaya with my grandmother and two cousins. He taught me to ride.',
    },
    {
      content: 'I ride a Bajaj Boxer 150, registration ends with 47K',
      category: 'fact',
      daysAgo: 190,
      mentions: 3,
      title: 'Which oil for a Boxer',
      known: 'I ride a Bajaj Boxer 150, registration ends with 47K',
    },
    {
      content: 'I take three children to school every weekday morning',
      category: 'context',
      daysAgo: 160,
      title: 'A plan for the morning',
      contrary: 'I take six children to school every weekday morning',
    },
    { content: 'I prefer short answers in plain English', category: 'preference', daysAgo: 150, mentions: 5, title: 'Letter to the sacco' },
    {
      content: 'I want to learn to repair phones in the rainy months',
      category: 'goal',
      daysAgo: 120,
      title: 'Work when it rains and nobody wants to ride, and what a course of three months would cost me in Kisumu',
    },
    { content: 'I am a supporter of Gor Mahia', category: 'interest', daysAgo: 98, mentions: 2, title: 'Fixtures of the week' },
  ],
};
