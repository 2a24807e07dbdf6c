import type { MathNode } from 'mathjs';

/** What an arithmetic expression comes to, or in plain words why it was not worked out. */
export type Calculation = { ok: true; expression: string; result: string } | { ok: false; reason: string };

const MAX_CHARACTERS = 200;
const MAX_NODES = 100;
const FUNCTIONS = new Set([
  'sqrt',
  'cbrt',
  'abs',
  'round',
  'floor',
  'ceil',
  'min',
  'max',
  'log',
  'log10',
  'log2',
  'exp',
  'sin',
  'cos',
  'tan',
]);
const CONSTANTS = new Set(['pi', 'e']);
const OPERATORS = new Set(['add', 'subtract', 'multiply', 'divide', 'pow', 'mod', 'unaryMinus', 'unaryPlus']);

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/(\d),(?=\d{3}(?!\d))/g, '$1'],
  [/[−–]/g, '-'],
  [/[×·]/g, '*'],
  [/÷/g, '/'],
  [/\*\*/g, '^'],
  [/[$€£]\s?(?=\d)/g, ''],
  [/\bdivided by\b|\bover\b/gi, '/'],
  [/\bmultiplied by\b|\btimes\b|(?<=\d)\s*x\s*(?=\d)/gi, '*'],
  [/\bplus\b/gi, '+'],
  [/\bminus\b/gi, '-'],
  [/\bto the power of\b/gi, '^'],
  [/\bsquared\b/gi, '^2'],
  [/\bcubed\b/gi, '^3'],
  [/\b(?:the )?square root of\s+(\d+(?:\.\d+)?)/gi, 'sqrt($1)'],
  [/(\d+(?:\.\d+)?)\s*(?:%|percent)\s+of\s+/gi, '($1/100)*'],
  [/(\d+(?:\.\d+)?)\s*(?:%|percent\b)/gi, '($1/100)'],
];

/**
 * Works out plain arithmetic: numbers, brackets, `+ - * / ^ mod`, percentages ("15% of 240"), a few functions of numbers,
 * and the usual English words for these. Names, assignments, lists and loops are refused, so nothing can run for long.
 * The arithmetic library is loaded at the first use.
 */
export async function calculate(expression: string): Promise<Calculation> {
  const trimmed = expression.trim().replace(/[=?.\s]+$/, '');
  if (trimmed === '') return { ok: false, reason: 'There is nothing to calculate.' };
  if (trimmed.length > MAX_CHARACTERS) return { ok: false, reason: `An expression may have ${MAX_CHARACTERS} characters at most.` };
  const formula = WORDS.reduce((text, [words, sign]) => text.replace(words, sign), trimmed);

  const { parse } = await import('mathjs/number');
  let node: MathNode;
  try {
    node = parse(formula);
  } catch {
    return { ok: false, reason: `"${trimmed}" is no arithmetic expression.` };
  }
  const refusal = findForbidden(node);
  if (refusal) return { ok: false, reason: refusal };
  return evaluate(node, trimmed);
}

function findForbidden(root: MathNode): string | null {
  let nodes = 0;
  let refusal: string | null = null;
  root.traverse((node) => {
    nodes++;
    if (!isAllowed(node)) refusal ??= `"${node.toString().slice(0, 40)}" is more than plain arithmetic.`;
  });
  return nodes > MAX_NODES ? 'The expression has too many parts.' : refusal;
}

function isAllowed(node: MathNode): boolean {
  switch (node.type) {
    case 'ConstantNode':
      return 'value' in node && typeof node.value === 'number';
    case 'ParenthesisNode':
      return true;
    case 'OperatorNode':
      return 'fn' in node && OPERATORS.has(String(node.fn));
    case 'FunctionNode':
      return 'fn' in node && FUNCTIONS.has(String(node.fn));
    case 'SymbolNode':
      return 'name' in node && (CONSTANTS.has(String(node.name)) || FUNCTIONS.has(String(node.name)));
    default:
      return false;
  }
}

function evaluate(node: MathNode, expression: string): Calculation {
  let value: unknown;
  try {
    value = node.compile().evaluate();
  } catch {
    return { ok: false, reason: `"${expression}" cannot be worked out.` };
  }
  if (typeof value !== 'number' || Number.isNaN(value))
    return { ok: false, reason: `"${expression}" has no value among the real numbers.` };
  if (!Number.isFinite(value)) return { ok: false, reason: `"${expression}" has no finite value: a division by zero, or too large.` };
  return { ok: true, expression, result: formatNumber(value) };
}

/** Twelve significant digits hide the rounding of binary fractions: 0.1 + 0.2 is 0.3. */
function formatNumber(value: number): string {
  return Number.isSafeInteger(value) ? String(value) : String(Number(value.toPrecision(12)));
}
