import * as agents from '@/lib/agents/contract';
import * as apiKeys from '@/lib/api-keys/contract';
import type { Endpoint } from '@/lib/api/endpoint';
import * as auth from '@/lib/auth/contract';
import * as chat from '@/lib/chat/contract';
import * as conversations from '@/lib/conversations/contract';
import * as gateway from '@/lib/gateway/contract';
import * as grants from '@/lib/grants/contract';
import * as memories from '@/lib/memories/contract';
import * as skills from '@/lib/skills/contract';
import * as soul from '@/lib/soul/contract';
import * as templates from '@/lib/templates/contract';

/** Every endpoint of the API, in the order of the reference. All else that speaks of endpoints derives from this list. */
export const contract: readonly Endpoint[] = [auth, apiKeys, templates, skills, agents, grants, chat, conversations, memories, soul, gateway].flatMap(
  (capability) => Object.values(capability) as Endpoint[],
);
