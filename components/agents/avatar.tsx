import { classNames } from '@/components/ui/class-names';

/** FNV-1a over a text, as an endless source of small numbers. */
function numbersOf(text: string): () => number {
  let state = 0x811c9dc5;
  for (const character of text) state = Math.imul(state ^ character.charCodeAt(0), 0x01000193);
  return () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

/** A picture drawn from the agent's public key alone: the same key gives the same claw marks everywhere. */
export function AgentAvatar({ publicKey, className }: { publicKey: string; className?: string }) {
  const next = numbersOf(publicKey);
  const hue = Math.round(next() * 360);
  const turn = Math.round(next() * 360);
  const strokes = 3 + Math.floor(next() * 3);
  const marks = Array.from({ length: strokes }, (_, index) => {
    const reach = 9 + next() * 6;
    const bend = -6 + next() * 12;
    return {
      angle: (360 / strokes) * index + next() * 24,
      path: `M16 16Q${16 + bend} ${16 - reach / 2} 16 ${16 - reach}Q${18.5 + bend} ${15 - reach / 3} 16 16Z`,
    };
  });
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={classNames('size-8 shrink-0 rounded-md', className)}>
      <rect width="32" height="32" fill={`oklch(0.42 0.07 ${hue})`} />
      <g transform={`rotate(${turn} 16 16)`}>
        {marks.map(({ angle, path }) => (
          <path key={angle} d={path} transform={`rotate(${angle.toFixed(1)} 16 16)`} fill={`oklch(0.87 0.09 ${(hue + 40) % 360})`} />
        ))}
        <circle cx="16" cy="16" r="2.2" fill={`oklch(0.95 0.04 ${(hue + 40) % 360})`} />
      </g>
    </svg>
  );
}
