'use client';

import { WagmiProvider } from 'wagmi';
import { loadPage } from '@/components/shell/load-page';
import { WalletSignIn } from './wallet-sign-in';
import { walletConfig } from './wallet-config';

/** The sign-in with everything that it alone needs of wallets. */
export function SignInPanel({ next }: { next: string }) {
  return (
    <WagmiProvider config={walletConfig} reconnectOnMount={false}>
      {/* A full load: everything that was read without a session is gone. */}
      <WalletSignIn onSignedIn={() => loadPage(next)} />
    </WagmiProvider>
  );
}
