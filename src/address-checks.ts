/** Whether an address leads to this machine by its name or number; no look-up is made. */
export const isOnThisMachine = (address: string): boolean =>
  /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(URL.parse(address)?.hostname ?? "");

/** Whether an address has neither user name nor query; what is no address at all is for others to refuse. */
export function isPlainAddress(address: string): boolean {
  const url = URL.parse(address);
  return url === null || (url.username === "" && url.password === "" && !/[?#]/.test(address));
}
