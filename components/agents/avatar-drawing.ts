/** What an agent's picture is made of, in a square of 48. */
export type AvatarDrawing = {
  ground: string;
  ink: string;
  light: string;
  /** The shell, as a path. */
  body: string;
  /** Arms and legs, drawn as lines. */
  limbs: readonly { d: string; width: number }[];
  /** Two pincers; one may be the larger. */
  claws: readonly { d: string; x: number; y: number; turn: number; scale: number; mirrored: boolean }[];
  eyes: readonly { x: number; y: number; radius: number; pupil: number }[];
  /** What is drawn on the shell, as a path; none on some. */
  pattern: string | null;
};

const CENTRE = 24;

/** Shells, and how far down their eyes stand. */
const bodies = [
  { shell: 'M9.5 32.5C9.5 24 15.5 18.5 24 18.5S38.5 24 38.5 32.5C38.5 36.5 32 39 24 39S9.5 36.5 9.5 32.5Z', eyesAt: 26 },
  { shell: 'M24 18A11.5 11.5 0 1 1 24 41A11.5 11.5 0 1 1 24 18Z', eyesAt: 26 },
  { shell: 'M11 21.5C15 19 19.5 18 24 18S33 19 37 21.5C37 31 32.5 38 24 42C15.5 38 11 31 11 21.5Z', eyesAt: 25.5 },
  { shell: 'M24 18.5L36.5 28.5C37.5 30 37.5 31.5 36.5 33L24 42L11.5 33C10.5 31.5 10.5 30 11.5 28.5Z', eyesAt: 28 },
  {
    shell: 'M15 20H33C36.5 20 38.5 22 38.5 25.5V33C38.5 37 36.5 39.5 33 39.5H15C11.5 39.5 9.5 37 9.5 33V25.5C9.5 22 11.5 20 15 20Z',
    eyesAt: 26.5,
  },
  { shell: 'M24 19C31 19 40.5 25 40.5 30.5S31 39.5 24 39.5S7.5 36 7.5 30.5S17 19 24 19Z', eyesAt: 27 },
];

/** Pincers that open upwards, around 0, 0. */
const pincers = [
  'M-1.6 -6.2A6.4 6.4 0 1 0 1.6 -6.2L0 .4Z',
  'M-3.2 -6.4C-8 -3 -7 4.6 0 6C7 4.6 8 -3 3.2 -6.4C4.6 -3.4 3.4 -.8 0 .6C-3.4 -.8 -4.6 -3.4 -3.2 -6.4Z',
  'M-2 -7.4C-8.6 -4.6 -7.2 5.2 0 5.6C5.2 5.2 6.2 .4 3.6 -3.2C3.4 -.8 2 .8 .2 1C-1.8 -1 -2.4 -4.4 -2 -7.4Z',
  'M-5.6 -6V.4A5.6 5.6 0 0 0 5.6 .4V-6L2 -2.4V0A2 2 0 0 1 -2 0V-2.4Z',
];

const patterns = [
  null,
  'M24 27V35',
  'M17 33.5Q24 38 31 33.5',
  'M18 31.5L24 36L30 31.5',
  'M24 35H24.01M18.5 32.5H18.51M29.5 32.5H29.51',
  'M16.5 31.5H31.5M18.5 35.5H29.5',
];

/** Degrees that stand well beside paper and ink, far enough apart to be told from one another. */
const hues = [5, 32, 55, 80, 105, 130, 155, 180, 205, 230, 255];

/** FNV-1a over a text, as an endless source of numbers from 0 to 1. */
function numbersOf(text: string): () => number {
  let state = 0x811c9dc5;
  for (const character of text) state = Math.imul(state ^ character.charCodeAt(0), 0x01000193);
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

const round = (value: number) => Math.round(value * 100) / 100;

/** Three tones of one hue, and a second hue for what is light: calm grounds of one lightness, so that a list looks like one set. */
function coloursOf(next: () => number): Pick<AvatarDrawing, 'ground' | 'ink' | 'light'> {
  const hue = hues[Math.floor(next() * hues.length)] ?? 0;
  const dark = next() < 0.4;
  const inkHue = (hue + (next() < 0.5 ? 0 : 330)) % 360;
  return dark
    ? { ground: `oklch(0.38 0.064 ${hue})`, ink: `oklch(0.85 0.072 ${inkHue})`, light: `oklch(0.3 0.05 ${hue})` }
    : { ground: `oklch(0.84 0.072 ${hue})`, ink: `oklch(0.34 0.055 ${inkHue})`, light: `oklch(0.95 0.023 ${hue})` };
}

function limbsOf(next: () => number, claws: AvatarDrawing['claws']): AvatarDrawing['limbs'] {
  const pairs = Math.floor(next() * 4);
  const legs = Array.from({ length: pairs }, (_, index) => {
    const y = 30 + index * 4;
    const reach = 17.5 - index * 2.2;
    return [-1, 1].map((side) => ({
      d: `M${CENTRE + side * 8} ${y}Q${round(CENTRE + side * (reach - 3))} ${y} ${round(CENTRE + side * reach)} ${y + 4.5}`,
      width: 2,
    }));
  });
  const arms = claws.map(({ x, y }) => {
    const side = Math.sign(x - CENTRE);
    return { d: `M${CENTRE + side * 8} 27Q${round(x + side)} 27 ${x} ${y}`, width: 3 };
  });
  return [...arms, ...legs.flat()];
}

function eyesOf(next: () => number, y: number): AvatarDrawing['eyes'] {
  const kind = Math.floor(next() * 5);
  if (kind === 0) return [{ x: CENTRE, y: y + 1, radius: 4.6, pupil: 2.3 }];
  const apart = 3.6 + Math.floor(next() * 3) * 1.2;
  const radius = [0, 1.5, 2.6, 3.2, 2.2][kind] ?? 2;
  const pupil = [0, 0, 0, 1.5, 1][kind] ?? 0;
  return [-1, 1].map((side) => ({ x: round(CENTRE + side * Math.max(apart, radius + 0.6)), y, radius, pupil }));
}

/** The picture of an agent, drawn from its public key alone: the same key gives the same creature everywhere. */
export function drawAvatar(publicKey: string): AvatarDrawing {
  const next = numbersOf(publicKey);
  const pick = <Choice>(choices: readonly Choice[]): Choice => choices[Math.floor(next() * choices.length)] as Choice;
  const colours = coloursOf(next);
  const { shell, eyesAt } = pick(bodies);
  const pincer = pick(pincers);
  const reach = round(13 + next() * 2.5);
  const height = round(11.5 + next() * 5);
  const turn = round(-26 + next() * 52);
  const larger = Math.floor(next() * 3) - 1;
  const claws = [-1, 1].map((side) => ({
    d: pincer,
    x: round(CENTRE + side * reach),
    y: height,
    turn: side * turn,
    scale: larger === 0 ? 1 : larger === side ? 1.16 : 0.74,
    mirrored: side > 0,
  }));
  return { ...colours, body: shell, claws, limbs: limbsOf(next, claws), eyes: eyesOf(next, eyesAt), pattern: pick(patterns) };
}
