import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { requiredSecret } from './env';

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** SHA-256 of `text` (UTF-8) or bytes. */
export function sha256(data: string | Uint8Array): Buffer {
  return createHash('sha256').update(data).digest();
}

/** Compares two secrets without telling by its time where they differ. */
export function equalSecrets(left: string, right: string): boolean {
  return timingSafeEqual(sha256(left), sha256(right));
}

/** Derives a 32-byte key for one `purpose` from a secret (HKDF-SHA-256, RFC 5869). */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'selfclaw', purpose, 32));
}

/** Encrypts with AES-256-GCM. Layout: version byte, 12-byte nonce, 16-byte tag, ciphertext. */
export function encryptWith(key: Buffer, text: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return new Uint8Array(Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body]));
}

/**
 * The inverse of {@link encryptWith}.
 *
 * @throws Error when the key is another or the bytes were changed.
 */
export function decryptWith(key: Buffer, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed);
  if (bytes[0] !== VERSION) throw new Error('Unknown version of an encrypted value');
  const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
  const tag = bytes.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(bytes.subarray(1 + NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
}

/** Encrypts a secret for its column under ENCRYPTION_KEY; `purpose` keeps columns apart. */
export function encryptSecret(purpose: string, text: string): Uint8Array<ArrayBuffer> {
  return encryptWith(deriveKey(requiredSecret('ENCRYPTION_KEY'), purpose), text);
}

/** The inverse of {@link encryptSecret}. */
export function decryptSecret(purpose: string, sealed: Uint8Array): string {
  return decryptWith(deriveKey(requiredSecret('ENCRYPTION_KEY'), purpose), sealed);
}

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** 32 random bytes in base62, always 43 characters. */
export function randomToken(): string {
  let value = BigInt(`0x${randomBytes(32).toString('hex')}`);
  let text = '';
  while (text.length < 43) {
    text = base62[Number(value % 62n)] + text;
    value /= 62n;
  }
  return text;
}
