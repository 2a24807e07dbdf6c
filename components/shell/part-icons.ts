import { Brain, Feather, Library, type LucideIcon, MessageSquare, SlidersHorizontal } from 'lucide-react';
import type { AgentPart } from './current-agent';

/** The picture of each part of an agent. */
export const partIcons: Record<AgentPart, LucideIcon> = {
  chat: MessageSquare,
  memory: Brain,
  knowledge: Library,
  soul: Feather,
  settings: SlidersHorizontal,
};
