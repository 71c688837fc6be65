import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import { inspect } from "node:util";
import type { Secret } from "../ports.ts";
import { SetupError } from "../setup-error.ts";

/** The key under which passwords are stored. The bytes are a KeyObject, which prints nothing of them. */
export type SealKey = { readonly id: Buffer; readonly object: KeyObject };

const format = Buffer.from("AW1");
const idBytes = 8;
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = format.length + idBytes;

/**
 * Encrypts with AES-256-GCM (SAFETY R50).
 * @param aad where the value is kept, as table/row/field: the same bytes in another place do not open.
 * @returns format, key id, nonce, tag and ciphertext in one buffer.
 */
export function seal(key: SealKey, aad: string, plaintext: string): Buffer {
  const head = Buffer.concat([format, key.id]);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", key.object, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.concat([head, Buffer.from(aad)]));
  const sealed = Buffer.concat([cipher.update(plaintext, "utf8"), cipher.final()]);
  return Buffer.concat([head, nonce, cipher.getAuthTag(), sealed]);
}

/**
 * Opens what `seal` made for the same key and place; anything else is refused, never read as plaintext (SAFETY R50).
 * @throws SetupError when the value is not sealed, is sealed with another key, or was altered or moved.
 */
export function unseal(key: SealKey, aad: string, sealed: Buffer): string {
  const head = sealed.subarray(0, headBytes);
  if (sealed.length < headBytes + nonceBytes + tagBytes || !head.subarray(0, format.length).equals(format)) {
    throw new SetupError(`The stored value ${aad} is not sealed and is not used; connect the mailbox again.`);
  }
  if (!head.subarray(format.length).equals(key.id)) {
    throw new SetupError(
      `The stored value ${aad} is sealed with another key; put back the key file or AFTERWORD_KEY it was made with, or connect the mailbox again.`,
    );
  }
  const nonce = sealed.subarray(headBytes, headBytes + nonceBytes);
  const tag = sealed.subarray(headBytes + nonceBytes, headBytes + nonceBytes + tagBytes);
  const decipher = createDecipheriv("aes-256-gcm", key.object, nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.concat([head, Buffer.from(aad)]));
  decipher.setAuthTag(tag);
  try {
    const opened = decipher.update(sealed.subarray(headBytes + nonceBytes + tagBytes));
    return Buffer.concat([opened, decipher.final()]).toString("utf8");
  } catch {
    throw new SetupError(
      `The stored value ${aad} was altered or moved and is not used; connect the mailbox again.`,
    );
  }
}

/** The id of the key that sealed it; of what was never sealed the bytes in that place, which no key has. */
export const keyIdOf = (sealed: Buffer): Buffer => sealed.subarray(format.length, headBytes);

/** A key from its 32 bytes; the id is a hash of them, so the same bytes always have the same id. */
export function sealKey(bytes: Buffer): SealKey {
  if (bytes.length !== 32) throw new RangeError("a seal key has 32 bytes");
  const id = createHash("sha256").update("afterword seal key id").update(bytes).digest().subarray(0, idBytes);
  return { id, object: createSecretKey(bytes) };
}

/** Wraps a password so that only `reveal` gives it away: printed, logged or put into JSON it reads <redacted>. */
export function secret(value: string): Secret {
  const redacted = () => "<redacted>";
  const wrapped = { reveal: () => value, toJSON: redacted, toString: redacted };
  Object.defineProperty(wrapped, inspect.custom, { value: redacted });
  return Object.freeze(wrapped);
}
