'use client';

import { useEffect, useState } from 'react';
import { exchangeSignature } from '@/lib/auth/hooks';

/** What is used of a wallet in the browser (EIP-1193). */
export type WalletProvider = {
  request: (request: { method: string; params?: unknown[] }) => Promise<unknown>;
  on?: (event: 'accountsChanged', listener: (accounts: unknown) => void) => void;
  removeListener?: (event: 'accountsChanged', listener: (accounts: unknown) => void) => void;
};

type Announcement = CustomEvent<{ provider: WalletProvider }>;

export type ActiveAccount = { address: string; provider: WalletProvider };

/** The first of a wallet's accounts, which is the one that it shows; undefined for anything that is no address. */
export function shownAccount(accounts: unknown): string | undefined {
  const first: unknown = Array.isArray(accounts) ? accounts[0] : undefined;
  return typeof first === 'string' && /^0x[0-9a-fA-F]{40}$/.test(first) ? first : undefined;
}

/** The account to offer: one that a wallet shows in place of the signed-in one, which no other wallet shows either. */
export function otherAccount(active: readonly ActiveAccount[], signedInAs: string): ActiveAccount | undefined {
  const own = signedInAs.toLowerCase();
  if (active.some(({ address }) => address.toLowerCase() === own)) return undefined;
  return active[0];
}

/**
 * The account that the wallets of this browser show, when it is another than the signed-in one. Asks for nothing: a wallet
 * that this page may not see stays unseen.
 */
export function useOtherAccount(signedInAs: string): ActiveAccount | undefined {
  const [active, setActive] = useState<readonly ActiveAccount[]>([]);
  useEffect(() => {
    const watched = new Map<WalletProvider, (accounts: unknown) => void>();
    const watch = (provider: WalletProvider | undefined) => {
      if (!provider || typeof provider.request !== 'function' || watched.has(provider)) return;
      const note = (accounts: unknown) => {
        const address = shownAccount(accounts);
        setActive((known) => {
          const others = known.filter((one) => one.provider !== provider);
          return address ? [...others, { address, provider }] : others;
        });
      };
      watched.set(provider, note);
      provider.on?.('accountsChanged', note);
      provider.request({ method: 'eth_accounts' }).then(note, () => undefined);
    };
    const onAnnounced = (event: Event) => watch((event as Announcement).detail.provider);
    window.addEventListener('eip6963:announceProvider', onAnnounced);
    window.dispatchEvent(new Event('eip6963:requestProvider'));
    watch((window as { ethereum?: WalletProvider }).ethereum);
    return () => {
      window.removeEventListener('eip6963:announceProvider', onAnnounced);
      for (const [provider, note] of watched) provider.removeListener?.('accountsChanged', note);
    };
  }, []);
  return otherAccount(active, signedInAs);
}

function toHex(text: string): string {
  return `0x${Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Signs in with the account that a wallet shows; the session of before ends. */
export async function signInWith({ address, provider }: ActiveAccount): Promise<void> {
  const chainId = Number(await provider.request({ method: 'eth_chainId' }));
  await exchangeSignature(
    { address, chainId },
    async (challenge) => (await provider.request({ method: 'personal_sign', params: [toHex(challenge), address] })) as string,
  );
}
