/** Linear-light sRGB, each 0 to 1 within the gamut. */
export type LinearRgb = readonly [red: number, green: number, blue: number];

/** A colour as OKLab: lightness 0 to 1, and two axes. */
export type Oklab = readonly [lightness: number, a: number, b: number];

const multiply = (rows: readonly (readonly number[])[], vector: readonly number[]) =>
  rows.map((row) => row.reduce((sum, value, index) => sum + value * vector[index]!, 0)) as unknown as [number, number, number];

/**
 * Reads `oklch(L C H)`; an alpha is left out.
 *
 * @throws Error when the text is no such colour.
 */
export function parseOklch(text: string): Oklab {
  const match = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)(?: \/ [\d.]+)?\)$/.exec(text.trim());
  if (!match) throw new Error(`${text} is no oklch() colour`);
  const [lightness, chroma, hue] = match.slice(1).map(Number) as [number, number, number];
  const angle = (hue * Math.PI) / 180;
  return [lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)];
}

/** Matrices of Björn Ottosson's OKLab (2020-12-31). */
export function toLinearRgb([lightness, a, b]: Oklab): LinearRgb {
  const cone = [
    lightness + 0.3963377774 * a + 0.2158037573 * b,
    lightness - 0.1055613458 * a - 0.0638541728 * b,
    lightness - 0.0894841775 * a - 1.291485548 * b,
  ].map((value) => value ** 3);
  return multiply(
    [
      [4.0767416621, -3.3077115913, 0.2309699292],
      [-1.2684380046, 2.6097574011, -0.3413193965],
      [-0.0041960863, -0.7034186147, 1.707614701],
    ],
    cone,
  );
}

/** The other way round. */
export function toOklab(rgb: LinearRgb): Oklab {
  const cone = multiply(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  ).map(Math.cbrt);
  return multiply(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cone,
  );
}

/** Whether every screen can show the colour as it is written. */
export function isInGamut(rgb: LinearRgb): boolean {
  return rgb.every((value) => value >= -0.001 && value <= 1.001);
}

/** The contrast of WCAG 2.1: 1 to 21. */
export function contrastOf(one: LinearRgb, other: LinearRgb): number {
  const luminance = (rgb: LinearRgb) => {
    const [red, green, blue] = rgb.map((value) => Math.min(1, Math.max(0, value))) as [number, number, number];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light, dark] = [luminance(one), luminance(other)].sort((first, second) => second - first) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** `#rrggbb` as a browser rounds it. */
export function toHex(rgb: LinearRgb): string {
  const channel = (value: number) => {
    const bounded = Math.min(1, Math.max(0, value));
    const encoded = bounded <= 0.0031308 ? bounded * 12.92 : 1.055 * bounded ** (1 / 2.4) - 0.055;
    return Math.round(encoded * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${rgb.map(channel).join('')}`;
}

/** How people without one kind of cone see: Machado, Oliveira and Fernandes (2009), severity 1. */
export const visions: Record<string, readonly (readonly number[])[]> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

/** How far apart two colours look to somebody with that vision: Euclidean distance in OKLab, 0.02 is just noticeable. */
export function distanceOf(one: LinearRgb, other: LinearRgb, vision: readonly (readonly number[])[]): number {
  const [first, second] = [one, other].map((rgb) => {
    const seen = multiply(vision, rgb).map((value) => Math.min(1, Math.max(0, value))) as unknown as LinearRgb;
    return toOklab(seen);
  }) as [Oklab, Oklab];
  return Math.hypot(...first.map((value, index) => value - second[index]!));
}
