import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto';
import type { Org } from '../../state/org';

/**
 * The key of a local org. In the cloud it is the organisation's own key in AWS KMS. Here it follows from the id of the
 * organisation: a restarted org reads what it encrypted before. It keeps nothing secret from people who can read the id.
 */
const keyOf = (org: Pick<Org, 'all'>): Buffer =>
  createHash('sha256')
    .update(`key of the local organisation ${org.all('organization')[0]?.id ?? ''}`)
    .digest();

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** The encrypted text, as Base64. Equal data gives equal text, so that two runs with one seed are the same. */
export function encrypted(org: Pick<Org, 'all'>, data: string): string {
  const key = keyOf(org);
  const nonce = createHmac('sha256', key).update(data).digest().subarray(0, NONCE);
  const cipher = createCipheriv(CIPHER, key, nonce);
  const body = Buffer.concat([cipher.update(data, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64');
}

/** The data of an encrypted text. Undefined where the key of this org did not encrypt it. */
export function decrypted(org: Pick<Org, 'all'>, text: string): string | undefined {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length <= NONCE + TAG) return undefined;
  const decipher = createDecipheriv(CIPHER, keyOf(org), bytes.subarray(0, NONCE));
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG));
  try {
    const data = [decipher.update(bytes.subarray(NONCE, bytes.length - TAG)), decipher.final()];
    return Buffer.concat(data).toString('utf8');
  } catch {
    return undefined;
  }
}
