'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Wallet } from 'lucide-react';
import { type Connector, useConnect, useConnectors, useDisconnect, useSignMessage } from 'wagmi';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Notice, Skeleton } from '@/components/ui/surface';
import { useErrorText } from '@/components/ui/use-error-text';
import { exchangeSignature, meKey } from '@/lib/auth/hooks';
import type { Translate } from '@/messages/keys';
import { signInProblem } from './sign-in-problem';

/** The wallets to choose from: those that announced themselves, else whatever sits at `window.ethereum`. */
function useWallets() {
  const connectors = useConnectors();
  const announced = connectors.filter((connector) => connector.id !== 'injected');
  const plain = connectors.find((connector) => connector.id === 'injected');
  const fallback = useQuery({
    queryKey: ['window.ethereum', announced.length],
    queryFn: async () => Boolean(await plain?.getProvider()),
    staleTime: 0,
    refetchInterval: (query) => (query.state.data ? false : 2_000),
  });
  if (announced.length > 0) return { wallets: announced, looking: false };
  return { wallets: plain && fallback.data ? [plain] : [], looking: fallback.isPending };
}

function walletName(t: Translate, connector: Connector): string {
  return connector.id === 'injected' ? t('signIn.browserWallet') : connector.name;
}

/** Connects a wallet, has it sign the challenge, and opens the session. */
function useSignIn(onSignedIn: () => void) {
  const client = useQueryClient();
  const connect = useConnect();
  const disconnect = useDisconnect();
  const signMessage = useSignMessage();
  return useMutation({
    mutationFn: async (connector: Connector) => {
      const { accounts, chainId } = await connect.mutateAsync({ connector });
      const address = accounts[0];
      try {
        return await exchangeSignature({ address, chainId }, (message) =>
          signMessage.mutateAsync({ account: address, connector, message }),
        );
      } finally {
        // The session is a cookie from here on; the page keeps no hold on the wallet.
        await disconnect.mutateAsync({ connector }).catch(() => undefined);
      }
    },
    onSuccess: ({ user }) => {
      client.clear();
      client.setQueryData(meKey, user);
      onSignedIn();
    },
  });
}

function NoWallet() {
  const t = useTranslations();
  return (
    <Notice>
      <Wallet aria-hidden />
      <div className="grid gap-2">
        <p className="font-medium">{t('signIn.noWalletTitle')}</p>
        <p>{t('signIn.noWalletText')}</p>
        <p className="text-muted-foreground">{t('signIn.noWalletMobile')}</p>
      </div>
    </Notice>
  );
}

/** The wallets of this browser as buttons, and everything that may happen on the way in. */
export function WalletSignIn({ onSignedIn }: { onSignedIn: () => void }) {
  const t = useTranslations();
  const errorText = useErrorText();
  const { wallets, looking } = useWallets();
  const signIn = useSignIn(onSignedIn);
  const problem = signIn.error ? signInProblem(t, errorText, signIn.error) : undefined;
  return (
    <div className="grid gap-4">
      {looking && <Skeleton className="h-12" />}
      {!looking && wallets.length === 0 && <NoWallet />}
      <ul className="grid gap-2">
        {wallets.map((connector) => {
          const busy = signIn.isPending && signIn.variables?.uid === connector.uid;
          return (
            <li key={connector.uid}>
              <Button
                variant="secondary"
                size="large"
                className="w-full justify-start"
                busy={busy}
                busyLabel={t('signIn.waiting')}
                disabled={signIn.isPending}
                onClick={() => signIn.mutate(connector)}
              >
                {!busy &&
                  (connector.icon?.startsWith('data:image/') ? (
                    // eslint-disable-next-line @next/next/no-img-element -- the wallet's own icon, inline in its announcement
                    <img src={connector.icon} alt="" className="size-6 rounded-sm" />
                  ) : (
                    <Wallet aria-hidden className="!size-5" />
                  ))}
                {t('signIn.with', { wallet: walletName(t, connector) })}
              </Button>
            </li>
          );
        })}
      </ul>
      <div role="alert">
        {problem && (
          <Notice tone="danger">
            <div>
              <p className="font-medium">{problem.title}</p>
              <p>{problem.text}</p>
            </div>
          </Notice>
        )}
      </div>
      <p role="status" className="sr-only">
        {signIn.isPending ? t('signIn.waiting') : ''}
      </p>
    </div>
  );
}
