import { generateKeyPairSync } from 'node:crypto';

/** A new Ed25519 pair in base64: `publicKey` as SPKI DER, `privateKey` as PKCS8 DER. The private key is kept nowhere. */
export function createAgentKeys(): { publicKey: string; privateKey: string } {
  const pair = generateKeyPairSync('ed25519');
  return {
    publicKey: pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  };
}
