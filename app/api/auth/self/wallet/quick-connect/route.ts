import { handle, reply } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { quickConnect } from '@/lib/auth/contract';
import { endSession, presentUser, signIn } from '@/lib/auth/service';
import { sessionCookie, sessionIdOf } from '@/lib/auth/session';
import { isRefusal } from '@/lib/platform/errors';

export const POST = handle(quickConnect, async ({ request, body, address }) => {
  const signedIn = await signIn(body, { userAgent: request.headers.get('user-agent'), address });
  if (isRefusal(signedIn)) return signedIn;
  const { owner, sessionId } = signedIn;
  // The cookie is replaced, so that nobody could end the session behind it any more.
  const replaced = await sessionIdOf(request);
  if (replaced) await endSession(replaced);
  const cookie = await sessionCookie(sessionId, owner.ownerId);
  return reply(200, { success: true as const, user: await presentUser(owner) }, { 'set-cookie': cookie });
});
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
