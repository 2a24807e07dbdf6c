import { custom } from 'viem';
import { celo } from 'viem/chains';
import { createConfig, createStorage, injected, noopStorage } from 'wagmi';

/** Signing in needs a signature and nothing from a chain, so no node is ever asked. */
const noNode = custom({
  request: () => Promise.reject(new Error('This page asks no blockchain node.')),
});

/** Wallets of the browser, found as they announce themselves (EIP-6963) and at `window.ethereum`. */
export const walletConfig = createConfig({
  chains: [celo],
  connectors: [injected()],
  multiInjectedProviderDiscovery: true,
  ssr: true,
  // Keeps nothing; with no storage at all the library's own start fails.
  storage: createStorage({ storage: noopStorage }),
  transports: { [celo.id]: noNode },
});
