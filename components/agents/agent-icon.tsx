import {
  BookOpen,
  Bot,
  BriefcaseBusiness,
  Clapperboard,
  Coins,
  Cpu,
  Eye,
  Globe,
  HeartPulse,
  House,
  Landmark,
  Lock,
  type LucideIcon,
  MessageCircle,
  Microscope,
  RadioTower,
  Rocket,
  Shield,
  ShoppingBag,
  Sparkles,
  Sprout,
  Store,
  Target,
  TrendingUp,
  Trophy,
  Zap,
} from 'lucide-react';

const icons: Record<string, LucideIcon> = {
  bot: Bot,
  microscope: Microscope,
  'trending-up': TrendingUp,
  target: Target,
  'message-circle': MessageCircle,
  trophy: Trophy,
  sprout: Sprout,
  coins: Coins,
  store: Store,
  'heart-pulse': HeartPulse,
  'book-open': BookOpen,
  landmark: Landmark,
  rocket: Rocket,
  sparkles: Sparkles,
  'shopping-bag': ShoppingBag,
  briefcase: BriefcaseBusiness,
  clapperboard: Clapperboard,
  'radio-tower': RadioTower,
  home: House,
  shield: Shield,
  zap: Zap,
  globe: Globe,
  cpu: Cpu,
  lock: Lock,
  eye: Eye,
};

/** The names that an agent's icon may have. */
export const agentIconNames = Object.keys(icons);

export function AgentIcon({ name, className }: { name: string; className?: string }) {
  const Icon = icons[name] ?? Bot;
  return <Icon aria-hidden className={className} />;
}
