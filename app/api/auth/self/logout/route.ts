import { handle, reply } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { logout } from '@/lib/auth/contract';
import { signOut } from '@/lib/auth/service';
import { expiredCookie } from '@/lib/auth/session';

export const POST = handle(logout, async ({ request }) => {
  await signOut(request);
  return reply(200, { success: true as const }, { 'set-cookie': await expiredCookie() });
});
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
