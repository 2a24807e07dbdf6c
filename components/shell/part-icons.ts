import { Brain, ChartColumn, Feather, Library, type LucideIcon, MessageSquare, SlidersHorizontal, Sparkles, Sprout } from 'lucide-react';
import type { AgentPart } from './current-agent';

/** The picture of each part of an agent. */
export const partIcons: Record<AgentPart, LucideIcon> = {
  chat: MessageSquare,
  memory: Brain,
  knowledge: Library,
  soul: Feather,
  growth: Sprout,
  reflection: Sparkles,
  usage: ChartColumn,
  settings: SlidersHorizontal,
};
