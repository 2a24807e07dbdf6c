import NextAuth, { type NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { clientAddress, networkOf } from '@/lib/api/client-address';
import { errorResponse, toAppError } from '@/lib/api/errors';
import { BODY_LIMIT_BYTES, limitBudgets } from '@/lib/api/limits';
import { pathNotFound } from '@/lib/api/other-methods';
import { requiredSecret } from '@/lib/platform/env';
import { AppError, isRefusal } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { takePermit } from '@/lib/platform/rate-limit';
import { isSecure } from './public-address';
import { quickConnectBody } from './schema';
import { endSession, signIn } from './service';
import { findSession, SESSION_LIFETIME_SECONDS, sessionCookieName, sessionSameSite } from './session';

const ACTIONS = new Set(['signin', 'signout', 'callback', 'session', 'csrf', 'providers', 'error', '_log']);

type RouteContext = { params: Promise<{ nextauth: string[] }> };

/**
 * next-auth's options: the same cookie, the same challenge and the same session rows as `quick-connect`,
 * so a browser may sign in by one and out by the other.
 */
async function nextAuthOptions(request: Request): Promise<NextAuthOptions> {
  return {
    secret: requiredSecret('SESSION_SECRET'),
    session: { strategy: 'jwt', maxAge: SESSION_LIFETIME_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    cookies: {
      sessionToken: {
        name: await sessionCookieName(),
        options: { httpOnly: true, sameSite: sessionSameSite(), path: '/', secure: isSecure() },
      },
    },
    providers: [
      Credentials({
        id: 'wallet',
        name: 'Wallet',
        credentials: { address: { type: 'text' }, signature: { type: 'text' }, nonce: { type: 'text' } },
        async authorize(credentials) {
          const parsed = quickConnectBody.safeParse(credentials);
          if (!parsed.success) return null;
          const client = { userAgent: request.headers.get('user-agent'), address: clientAddress(request) };
          const signedIn = await signIn(parsed.data, client);
          if (isRefusal(signedIn)) return null;
          return { id: signedIn.owner.ownerId, name: signedIn.owner.walletAddress, sessionId: signedIn.sessionId };
        },
      }),
    ],
    callbacks: {
      async jwt({ token, user }) {
        if (user) return { sub: user.id, sid: (user as { sessionId?: string }).sessionId };
        // next-auth clears the cookie when this throws: a session that was ended here is over there as well.
        if (typeof token.sid !== 'string' || !(await findSession(token.sid))) throw new Error('the session has ended');
        return token;
      },
      async session({ session, token }) {
        const live = typeof token.sid === 'string' ? await findSession(token.sid) : undefined;
        return {
          expires: session.expires,
          user: { id: token.sub, name: live?.principal.walletAddress, walletAddress: live?.principal.walletAddress },
        };
      },
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sid === 'string') await endSession(token.sid);
      },
    },
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  };
}

/**
 * What `handle` does for every other path: a budget by address, and a body that is known to be small, because next-auth reads
 * whatever it gets.
 *
 * @throws AppError RATE_LIMITED or PAYLOAD_TOO_LARGE
 */
async function assertBounded(request: Request): Promise<void> {
  if (request.method === 'GET') return;
  const permit = await takePermit(`write:address:${networkOf(clientAddress(request))}`, limitBudgets.write);
  if (!permit.allowed) throw new AppError('RATE_LIMITED', 'Too many requests. Please slow down.', { retryAfterMs: permit.retryAfterMs });
  const length = request.headers.get('content-length');
  if (request.headers.has('transfer-encoding') || Number(length) > BODY_LIMIT_BYTES)
    throw new AppError('PAYLOAD_TOO_LARGE', `The body must name its length, of at most ${BODY_LIMIT_BYTES} bytes`);
}

/** Serves next-auth's own paths below `/api/auth`; any other is 404 in the contract's shape. */
export async function answerNextAuth(request: Request, context: RouteContext): Promise<Response> {
  const { nextauth } = await context.params;
  if (!ACTIONS.has(nextauth[0] ?? '')) return pathNotFound(request);
  try {
    await assertBounded(request);
  } catch (thrown) {
    return errorResponse(toAppError(thrown), newId());
  }
  return NextAuth(await nextAuthOptions(request))(request, context) as Promise<Response>;
}
