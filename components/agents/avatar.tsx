import { classNames } from '@/components/ui/class-names';
import { drawAvatar } from './avatar-drawing';

/** A creature drawn from the agent's public key alone; the same key gives the same one everywhere. */
export function AgentAvatar({ publicKey, className }: { publicKey: string; className?: string }) {
  const { ground, ink, light, body, limbs, claws, eyes, pattern } = drawAvatar(publicKey);
  return (
    <svg viewBox="0 0 48 48" aria-hidden className={classNames('size-8 shrink-0 rounded-md', className)}>
      <rect width="48" height="48" fill={ground} />
      <g fill="none" stroke={ink} strokeLinecap="round">
        {limbs.map(({ d, width }) => (
          <path key={d} d={d} strokeWidth={width} />
        ))}
      </g>
      <g fill={ink}>
        {claws.map(({ d, x, y, turn, scale, mirrored }) => (
          <path key={x} d={d} transform={`translate(${x} ${y}) rotate(${turn}) scale(${mirrored ? -scale : scale} ${scale})`} />
        ))}
        <path d={body} />
      </g>
      {pattern && <path d={pattern} fill="none" stroke={light} strokeWidth={1.8} strokeLinecap="round" strokeLinejoin="round" />}
      {eyes.map(({ x, y, radius, pupil }) => (
        <g key={x}>
          <circle cx={x} cy={y} r={radius} fill={light} />
          {pupil > 0 && <circle cx={x} cy={y} r={pupil} fill={ink} />}
        </g>
      ))}
    </svg>
  );
}
