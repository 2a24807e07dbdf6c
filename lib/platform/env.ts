import path from 'node:path';
import { z } from 'zod';

const flag = z.enum(['true', 'false', '1', '0', '']).transform((value) => value === 'true' || value === '1');
const list = z.string().transform((value) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
);
const wallet = z.string().regex(/^0x[0-9a-fA-F]{40}$/, 'must be a wallet address (0x and 40 hex digits)');
const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).transform((value) => value.replace(/\/+$/, ''));
const origin = httpUrl.transform((value) => new URL(value).origin);
const secret = z.string().min(32, 'must have at least 32 characters; `openssl rand -base64 32` makes one');
const positive = z.coerce.number().int().positive();

const environmentSchema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z
    .string()
    .min(1)
    .default('./data')
    .transform((value) => path.resolve(value)),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgresql://')
    .optional(),
  /** Set by the supervisor when DATABASE_URL is its own embedded database. */
  EMBEDDED_DATABASE: flag.default(false),
  DATABASE_POOL_SIZE: positive.max(500).default(10),
  PUBLIC_URL: origin.optional(),
  TRUST_PROXY: flag.default(false),
  ALLOWED_ORIGINS: list.pipe(z.array(origin)).default([]),
  ADMIN_WALLETS: list.pipe(z.array(wallet.transform((value) => value.toLowerCase()))).default([]),
  SESSION_SECRET: secret.optional(),
  ENCRYPTION_KEY: secret.optional(),
  METRICS_TOKEN: secret.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  LOG_TO: z.enum(['files', 'stdout']).default('files'),
  XAI_API_KEY: z.string().min(1).optional(),
  XAI_BASE_URL: httpUrl.optional(),
  OPENAI_API_KEY: z.string().min(1).optional(),
  OPENAI_BASE_URL: httpUrl.optional(),
  OLLAMA_BASE_URL: httpUrl.optional(),
  OLLAMA_MODEL: z.string().min(1).optional(),
  MODEL_PROBE: flag.default(true),
  EMBEDDER: z.enum(['embedded', 'api']).default('embedded'),
  EMBEDDER_BASE_URL: httpUrl.optional(),
  EMBEDDER_API_KEY: z.string().min(1).optional(),
  EMBEDDER_MODEL: z.string().min(1).default('text-embedding-3-small'),
  DAILY_TOKEN_LIMIT: positive.default(50_000),
  MAX_OPEN_REPLIES: positive.default(1_000),
  RATE_LIMIT_FACTOR: z.coerce.number().positive().default(1),
  /** Shows the pages for developers in a production build, which tests look at; `next dev` shows them anyway. */
  SELFCLAW_DEV_PAGES: flag.default(false),
  CHAIN_RPC_URL: httpUrl.optional(),
  CHAIN_ID: positive.max(2 ** 31 - 1).default(42_220),
});

/** Every variable that is read; `.env.example` explains each but those that processes set for one another. */
export const environmentNames: readonly string[] = Object.keys(environmentSchema.shape);

/** Configuration of the install, validated. Names and defaults are explained in `.env.example`. */
export type Environment = z.infer<typeof environmentSchema>;

/** Thrown with every problem of the configuration at once, one line each. */
export class EnvironmentError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      `The configuration has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
    this.name = 'EnvironmentError';
    this.problems = problems;
  }
}

function problemsOf(source: Partial<NodeJS.ProcessEnv>): string[] {
  const problems: string[] = [];
  if (source.DATABASE_URL) {
    for (const name of ['SESSION_SECRET', 'ENCRYPTION_KEY'] as const) {
      if (!source[name]) problems.push(`${name} is required with DATABASE_URL; \`openssl rand -base64 32\` makes one`);
    }
  }
  if (source.EMBEDDER === 'api' && !source.EMBEDDER_API_KEY && !source.OPENAI_API_KEY) {
    problems.push('EMBEDDER=api needs EMBEDDER_API_KEY or OPENAI_API_KEY');
  }
  return problems;
}

/**
 * Reads the configuration. An empty variable counts as unset.
 *
 * @throws EnvironmentError with all problems, not only the first.
 */
export function readEnvironment(source: Partial<NodeJS.ProcessEnv> = process.env): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environmentSchema.safeParse(given);
  const problems = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  problems.push(...problemsOf(given as Partial<NodeJS.ProcessEnv>));
  if (problems.length > 0 || !parsed.success) throw new EnvironmentError(problems);
  return parsed.data;
}

let current: Environment | undefined;

/** The configuration of this process, read once. */
export function env(): Environment {
  current ??= readEnvironment();
  return current;
}

/** For tests: forgets the configuration, so that the next {@link env} reads it anew. */
export function forgetEnvironment(): void {
  current = undefined;
}

/**
 * A secret that a running process needs.
 *
 * @throws EnvironmentError when it is missing; the supervisor generates it for the embedded default.
 */
export function requiredSecret(name: 'SESSION_SECRET' | 'ENCRYPTION_KEY'): string {
  const value = env()[name];
  if (!value) throw new EnvironmentError([`${name} is required; \`npm start\` generates it, or set it yourself`]);
  return value;
}
