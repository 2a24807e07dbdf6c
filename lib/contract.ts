import * as agents from '@/lib/agents/contract';
import * as apiKeys from '@/lib/api-keys/contract';
import type { Endpoint } from '@/lib/api/endpoint';
import * as auth from '@/lib/auth/contract';
import * as awareness from '@/lib/awareness/contract';
import * as chat from '@/lib/chat/contract';
import * as compaction from '@/lib/compaction/contract';
import * as conversations from '@/lib/conversations/contract';
import * as firstSteps from '@/lib/first-steps/contract';
import * as gateway from '@/lib/gateway/contract';
import * as grants from '@/lib/grants/contract';
import * as health from '@/lib/health/contract';
import * as inspection from '@/lib/inspection/contract';
import * as knowledge from '@/lib/knowledge/contract';
import * as memories from '@/lib/memories/contract';
import * as memoryImports from '@/lib/memory-imports/contract';
import * as reflections from '@/lib/reflections/contract';
import * as skills from '@/lib/skills/contract';
import * as soul from '@/lib/soul/contract';
import * as spawning from '@/lib/spawning/contract';
import * as templates from '@/lib/templates/contract';
import * as usage from '@/lib/usage/contract';

/** Every endpoint of the API, in the order of the reference. All else that speaks of endpoints derives from this list. */
export const contract: readonly Endpoint[] = [
  auth.connectNonce,
  auth.quickConnect,
  auth.me,
  auth.logout,
  auth.listSessions,
  auth.endSessions,
  firstSteps.getFirstSteps,
  firstSteps.putFirstSteps,
  apiKeys.listApiKeys,
  apiKeys.createApiKey,
  apiKeys.revokeApiKey,
  templates.listTemplates,
  skills.listSkills,
  skills.enableSkill,
  skills.disableSkill,
  agents.listAgents,
  agents.summarizeAgents,
  agents.getAgent,
  health.agentHealth,
  agents.createAgent,
  agents.patchAgent,
  agents.deleteAgent,
  agents.getSettings,
  agents.putSettings,
  spawning.getSpawningStatus,
  spawning.confirmKnowledge,
  spawning.retrySpawning,
  grants.listGrants,
  grants.putGrant,
  grants.deleteGrant,
  chat.sendMessage,
  chat.getResult,
  chat.streamReply,
  chat.stopReply,
  chat.regenerateReply,
  chat.editMessage,
  inspection.getPrompt,
  conversations.listConversations,
  conversations.searchConversations,
  compaction.compactConversation,
  conversations.patchConversation,
  conversations.deleteConversation,
  conversations.listMessages,
  knowledge.listKnowledge,
  knowledge.addKnowledge,
  knowledge.patchKnowledge,
  knowledge.deleteKnowledge,
  knowledge.uploadKnowledge,
  knowledge.readUrl,
  knowledge.listPassages,
  memories.listMemories,
  memories.getMemoryTimeline,
  memories.addMemory,
  memories.patchMemory,
  memories.deleteMemory,
  memories.getMemoryHistory,
  memories.undoMemory,
  memoryImports.listMemoryImports,
  memoryImports.uploadMemoryImport,
  memoryImports.getMemoryImport,
  memoryImports.acceptMemoryImport,
  memoryImports.discardMemoryImport,
  soul.getSoul,
  soul.putSoul,
  soul.listSoulVersions,
  soul.restoreSoul,
  reflections.startReflection,
  reflections.getReflection,
  reflections.listReflections,
  reflections.undoReflection,
  awareness.getAwareness,
  awareness.getGrowthSummary,
  usage.getUsageStats,
  gateway.miniappHealth,
  gateway.gatewayHealth,
  health.installHealth,
  gateway.listEndpoints,
  gateway.readOpenApi,
  gateway.readMetrics,
];
