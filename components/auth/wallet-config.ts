import { custom } from 'viem';
import { celo } from 'viem/chains';
import { createConfig, injected } from 'wagmi';

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
  storage: null,
  transports: { [celo.id]: noNode },
});
