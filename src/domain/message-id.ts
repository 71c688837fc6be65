/**
 * Gives the Message-ID of a mail from that address, without angle brackets. `token` is made by the Ids port and cannot be guessed
 * (SAFETY R6, R29); in front of it may stand what the mail is: "digest.TOKEN".
 */
export function newMessageId(token: string, address: string): string {
  const id = `${token}@${address.slice(address.lastIndexOf("@") + 1).toLowerCase()}`;
  if (!/^[\w.-]{8,200}@[a-z0-9.-]+$/.test(id))
    throw new Error("A Message-ID was asked for with an unusable token or domain");
  return id;
}
