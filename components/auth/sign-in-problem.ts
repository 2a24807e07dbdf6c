import { ApiError } from '@/lib/api/api-error';
import type { Translate } from '@/messages/keys';

type WalletError = Error & { code?: unknown; cause?: unknown };

const USER_REJECTED = 4001;
const REQUEST_PENDING = -32002;

function codesOf(error: unknown): unknown[] {
  const codes: unknown[] = [];
  for (let current = error as WalletError | undefined; current instanceof Error; current = current.cause as WalletError | undefined) {
    codes.push(current.code, current.name);
  }
  return codes;
}

/** What went wrong on the way in, and what to do now, in words for the person. */
export function signInProblem(t: Translate, errorText: (error: ApiError) => string, error: unknown): { title: string; text: string } {
  if (error instanceof ApiError) {
    if (error.code === 'NETWORK') return { title: t('signIn.networkTitle'), text: t('signIn.networkText') };
    if (error.status === 401) return { title: t('signIn.expiredTitle'), text: t('signIn.expiredText') };
    if (error.status === 429) return { title: t('signIn.busyTitle'), text: errorText(error) };
    return { title: t('signIn.refusedTitle'), text: errorText(error) };
  }
  const codes = codesOf(error);
  if (codes.includes(USER_REJECTED) || codes.includes('UserRejectedRequestError')) {
    return { title: t('signIn.rejectedTitle'), text: t('signIn.rejectedText') };
  }
  if (codes.includes(REQUEST_PENDING) || codes.includes('ResourceUnavailableRpcError')) {
    return { title: t('signIn.pendingTitle'), text: t('signIn.pendingText') };
  }
  return { title: t('signIn.walletTitle'), text: t('signIn.walletText') };
}
