import { handle, reply } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { quickConnect } from '@/lib/auth/contract';
import { presentUser, signIn } from '@/lib/auth/service';
import { sessionCookie } from '@/lib/auth/session';
import { isRefusal } from '@/lib/platform/errors';

export const POST = handle(quickConnect, async ({ request, body, address }) => {
  const signedIn = await signIn(body, { userAgent: request.headers.get('user-agent'), address });
  if (isRefusal(signedIn)) return signedIn;
  const { owner, sessionId } = signedIn;
  const cookie = await sessionCookie(sessionId, owner.ownerId);
  return reply(200, { success: true as const, user: await presentUser(owner) }, { 'set-cookie': cookie });
});
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
