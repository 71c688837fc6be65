import { expect, test } from "vitest";
import { feedBase } from "../../src/cli/feed-base.ts";

const here = { publicUrl: null, host: "127.0.0.1", port: 8484 };

test("what PUBLIC_URL says is the address, wherever the program listens", () => {
  const config = { ...here, publicUrl: "https://jobs.example/afterword" };
  const base = { url: "https://jobs.example/afterword", works: "anywhere" };
  expect(feedBase(config, "http://127.0.0.1:8484")).toEqual(base);
  expect(feedBase(config, null)).toEqual(base);
});

test("a PUBLIC_URL on this machine is not taken for a public one", () => {
  for (const publicUrl of ["http://localhost:8484", "http://127.0.0.1:9", "http://[::1]:8484"])
    expect(feedBase({ ...here, publicUrl }, null), publicUrl).toEqual({
      url: publicUrl,
      works: "on this machine",
    });
});

test("without it the running program tells where it listens, else its settings do", () => {
  const near = "on this machine";
  expect(feedBase({ ...here, port: 0 }, "http://127.0.0.1:40123")).toEqual({
    url: "http://127.0.0.1:40123",
    works: near,
  });
  expect(feedBase(here, null)).toEqual({ url: "http://127.0.0.1:8484", works: near });
  expect(feedBase({ ...here, host: "::1" }, null)).toEqual({ url: "http://[::1]:8484", works: near });
  expect(feedBase({ ...here, port: 0 }, null)).toBeNull();
});

test("an address that means every one of this machine is told as one that can be opened", () => {
  for (const host of ["0.0.0.0", "::"])
    expect(feedBase({ ...here, host, port: 80 }, null), host).toEqual({
      url: "http://127.0.0.1",
      works: "on this machine",
    });
});

test("an address in the network is told as that", () => {
  expect(feedBase({ ...here, host: "192.168.1.5" }, null)).toEqual({
    url: "http://192.168.1.5:8484",
    works: "in this network",
  });
});
