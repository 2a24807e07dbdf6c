const TAGS: Record<string, string> = {
  Authentication: 'Sign in with a wallet by signing a challenge, see who is signed in, and end sessions.',
  'API keys': 'Keys for programs. They are made and revoked in a signed-in browser; a key cannot make another key.',
  Templates: 'Personas to begin an agent from.',
  Skills: 'What agents do in the background, and which of it one agent does.',
  Agents: 'Create, read, change, pause and erase agents.',
  Spawning: 'How a new agent gets to know its owner: what the owner told, what was found, and what is still open.',
  Settings: 'The profile and the model of one agent.',
  Grants: 'Which partners may use an agent of yours.',
  Chat: 'Send messages and get replies, by polling or as a stream. A reply is written on the server whether or not anybody waits for it.',
  Conversations: 'The conversations with an agent, and the messages in them.',
  Knowledge: 'Texts, files and pages that an agent answers from, the passages they were cut into, and where these were used.',
  Memories: 'What an agent remembers: read it, correct it, add to it, take a change back.',
  Soul: 'The page of plain words that says who an agent is, and every text that it ever had.',
  'Deep reflection': 'Thorough reviews of what an agent knows: what they merge and resolve, how clear it then is, and the way back.',
  Awareness: 'How far an agent has come, and on which days it was active.',
  Usage: 'What an agent asked of its models, and what it cost.',
  Gateway: 'Health, metrics, and this API as data.',
};

/** A sentence about a group of endpoints, if there is one. */
export function describeTag(tag: string): string | undefined {
  return TAGS[tag];
}
