import type { BrowserContext, Page } from '@playwright/test';
import type { Hex } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';

export type WalletOptions = {
  /** A new key when left out. */
  privateKey?: Hex;
  /** The network that the wallet says it is on; default 42220 (Celo). */
  chainId?: number;
  /** Whether the person declines every signature. */
  reject?: boolean;
  name?: string;
};

/** A wallet in the hands of the test. */
export type InjectedWallet = {
  address: Hex;
  privateKey: Hex;
  name: string;
  /** From now on, signatures are declined or given. */
  decline: (whether: boolean) => void;
  /** Texts that the wallet was asked to sign. */
  signatureRequests: string[];
  sign: (message: string) => Promise<Hex>;
};

type ProviderRequest = { method: string; params?: unknown[] };
type ProviderAnswer = { result: unknown } | { error: { code: number; message: string } };

/** EIP-1193 codes. */
const USER_REJECTED = 4001;
const UNSUPPORTED_METHOD = 4200;

/**
 * Puts a wallet into every page of a context (or one page), as `window.ethereum` and announced by EIP-6963.
 * The key stays outside the page; call it before the first navigation.
 */
export async function injectWallet(target: BrowserContext | Page, options: WalletOptions = {}): Promise<InjectedWallet> {
  const privateKey = options.privateKey ?? generatePrivateKey();
  const account = privateKeyToAccount(privateKey);
  const name = options.name ?? 'Test Wallet';
  const signatureRequests: string[] = [];
  let declines = options.reject ?? false;
  let chainId = options.chainId ?? 42_220;

  async function answer({ method, params = [] }: ProviderRequest): Promise<ProviderAnswer> {
    switch (method) {
      case 'eth_requestAccounts':
      case 'eth_accounts':
        return { result: [account.address] };
      case 'eth_chainId':
        return { result: `0x${chainId.toString(16)}` };
      case 'net_version':
        return { result: String(chainId) };
      case 'wallet_switchEthereumChain':
        chainId = Number((params[0] as { chainId: string }).chainId);
        return { result: null };
      case 'wallet_requestPermissions':
      case 'wallet_getPermissions':
        return {
          result: [
            {
              parentCapability: 'eth_accounts',
              caveats: [{ type: 'restrictReturnedAccounts', value: [account.address] }],
            },
          ],
        };
      case 'wallet_revokePermissions':
        return { result: null };
      case 'personal_sign': {
        const raw = params[0] as Hex;
        signatureRequests.push(Buffer.from(raw.slice(2), 'hex').toString('utf8'));
        if (declines) return { error: { code: USER_REJECTED, message: 'User rejected the request.' } };
        return { result: await account.signMessage({ message: { raw } }) };
      }
      default:
        return { error: { code: UNSUPPORTED_METHOD, message: `The test wallet does not support ${method}.` } };
    }
  }

  await target.exposeFunction('answerWalletRequest', answer);
  await target.addInitScript(installProvider, name);
  return {
    address: account.address,
    privateKey,
    name,
    signatureRequests,
    decline: (whether) => (declines = whether),
    sign: (message) => account.signMessage({ message }),
  };
}

/** Runs in the page. */
function installProvider(name: string): void {
  type Listener = (value: unknown) => void;
  const listeners = new Map<string, Set<Listener>>();
  const ask = (window as unknown as { answerWalletRequest: (request: ProviderRequest) => Promise<ProviderAnswer> }).answerWalletRequest;
  const provider = {
    async request(request: ProviderRequest): Promise<unknown> {
      const answer = await ask(request);
      if ('error' in answer) throw Object.assign(new Error(answer.error.message), { code: answer.error.code });
      if (request.method === 'wallet_switchEthereumChain') {
        const [{ chainId }] = request.params as [{ chainId: string }];
        listeners.get('chainChanged')?.forEach((listener) => listener(chainId));
      }
      return answer.result;
    },
    on(event: string, listener: Listener) {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
    },
    removeListener(event: string, listener: Listener) {
      listeners.get(event)?.delete(listener);
    },
  };
  const info = {
    uuid: '00000000-0000-4000-8000-000000000001',
    name,
    icon: "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>",
    rdns: 'test.wallet',
  };
  const announce = () => window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail: Object.freeze({ info, provider }) }));
  (window as unknown as { ethereum: unknown }).ethereum = provider;
  window.addEventListener('eip6963:requestProvider', announce);
  announce();
}
