import fc from "fast-check";
import { expect, test } from "vitest";
import { isPublicAddress } from "../../../src/mail/discovery/public-address.ts";

test.each([
  ["a cloud's metadata server", "169.254.169.254"],
  ["the same as an IPv6 address that carries it", "::ffff:169.254.169.254"],
  ["the same in hexadecimal", "::ffff:a9fe:a9fe"],
  ["the same written out", "0:0:0:0:0:ffff:a9fe:a9fe"],
  ["the same behind a translator (RFC 6052)", "64:ff9b::a9fe:a9fe"],
  ["the same behind 6to4", "2002:a9fe:a9fe::"],
  ["Amazon's metadata server over IPv6", "fd00:ec2::254"],
  ["Alibaba's metadata server", "100.100.100.200"],
  ["Azure's, at a public number", "168.63.129.16"],
  ["this machine", "127.0.0.1"],
  ["this machine over IPv6", "::1"],
  ["any address", "0.0.0.0"],
  ["any address over IPv6", "::"],
  ["a home's network", "192.168.1.10"],
  ["a company's network", "10.20.30.40"],
  ["the end of 172.16/12", "172.31.255.255"],
  ["a link", "fe80::1"],
  ["a link with its zone", "fe80::1%eth0"],
  ["a group", "224.0.0.251"],
  ["an old way to write IPv4 in IPv6", "::127.0.0.1"],
  ["a number with a nought in front", "0177.0.0.1"],
  ["one number", "2130706433"],
  ["a name", "localhost"],
])("%s is not the internet", (_what, address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each([
  "8.8.8.8",
  "172.32.0.1",
  "100.128.0.1",
  "2606:4700:4700::1111",
  "::ffff:8.8.8.8",
  "64:ff9b::808:808",
])("%s is the internet", (address) => expect(isPublicAddress(address)).toBe(true));

test("an IPv4 address is judged alike on its own and inside IPv6", () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(isPublicAddress(`::ffff:${address}`)).toBe(isPublicAddress(address));
      const hex = address.split(".").map((part) => Number(part).toString(16).padStart(2, "0"));
      const low = `${hex[0]}${hex[1]}:${hex[2]}${hex[3]}`;
      expect(isPublicAddress(`::ffff:${low}`)).toBe(isPublicAddress(address));
      expect(isPublicAddress(`64:ff9b::${low}`)).toBe(isPublicAddress(address));
    }),
  );
});
