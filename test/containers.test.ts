import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { readConfig } from "../src/config.ts";

const root = join(import.meta.dirname, "..");
const read = (file: string): string => readFileSync(join(root, file), "utf8");

const service = z.object({
  image: z.string().optional(),
  user: z.string(),
  command: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.string()).default({}),
  env_file: z.array(z.string()).default([]),
  volumes: z.array(z.string()),
  ports: z.array(z.string()).default([]),
  networks: z.array(z.string()),
  cap_drop: z.array(z.string()),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z.object({ test: z.array(z.string()), interval: z.string(), timeout: z.string() }),
});
const compose = z
  .object({
    services: z.object({ app: service, postgres: service, redis: service }),
    volumes: z.record(z.string(), z.null()),
    networks: z.record(z.string(), z.object({ internal: z.boolean().optional() })),
  })
  .parse(parse(read("docker-compose.yml")));
const { app, postgres, redis } = compose.services;

describe("docker compose", () => {
  test("runs nothing as root and gives nothing privileges", () => {
    for (const each of [app, postgres, redis]) {
      expect(each.user).not.toMatch(/^(0|root)(:|$)/);
      expect(each.cap_drop).toEqual(["ALL"]);
    }
    expect(read("Dockerfile")).toMatch(/^USER node$/m);
  });

  test("starts the program when PostgreSQL and Redis are healthy", () => {
    expect(app.depends_on).toEqual({
      postgres: { condition: "service_healthy" },
      redis: { condition: "service_healthy" },
    });
    expect(postgres.healthcheck.test).toContain("pg_isready");
    expect(redis.healthcheck.test).toEqual(["CMD", "redis-cli", "ping"]);
  });

  test("keeps data, database and queue in volumes that are declared", () => {
    expect(app.volumes).toEqual(["data:/data"]);
    expect(postgres.volumes).toEqual(["postgres:/var/lib/postgresql"]);
    expect(redis.volumes).toEqual(["redis:/data"]);
    expect(Object.keys(compose.volumes)).toEqual(["data", "postgres", "redis"]);
  });

  test("uses PostgreSQL 18 that keeps what it committed, and Redis that never evicts a job", () => {
    expect(postgres.image).toBe("postgres:18");
    expect(postgres.command).toContain("synchronous_commit=on");
    expect(redis.command.join(" ")).toMatch(/--maxmemory-policy noeviction --appendonly yes/);
  });

  test("holds no secret: they come from .env, and without them nothing starts", () => {
    expect(app.env_file).toEqual([".env"]);
    expect(app.environment.AFTERWORD_KEY).toMatch(/^\$\{AFTERWORD_KEY:\?/);
    expect(postgres.environment.POSTGRES_PASSWORD).toMatch(/^\$\{POSTGRES_PASSWORD:\?/);
    expect(app.environment.DATABASE_URL).toMatch(
      /^postgres:\/\/afterword:\$\{POSTGRES_PASSWORD:\?[^}]*\}@postgres:5432\/afterword$/,
    );
  });

  test("opens the program to this machine only, and the servers to the program only", () => {
    expect(app.ports).toEqual(["127.0.0.1:8484:8484"]);
    for (const server of [postgres, redis]) {
      expect(server.ports).toEqual([]);
      expect(server.networks).toEqual(["inside"]);
    }
    expect(compose.networks.inside?.internal).toBe(true);
  });

  test("gives the program a configuration that it accepts", () => {
    const environment = Object.entries(app.environment).map(([name, value]) => [
      name,
      value
        .replace(/\$\{AFTERWORD_KEY[^}]*\}/, Buffer.alloc(32).toString("base64"))
        .replace(/\$\{POSTGRES_PASSWORD[^}]*\}/, "abc"),
    ]);
    expect(readConfig(Object.fromEntries(environment))).toMatchObject({
      ok: true,
      value: {
        dataFolder: "/data",
        host: "0.0.0.0",
        port: 8484,
        databaseUrl: "postgres://afterword:abc@postgres:5432/afterword",
      },
    });
  });
});

describe("the image", () => {
  test("holds every folder that is copied into it and nothing else of the project", () => {
    const copied = [...read("Dockerfile").matchAll(/^COPY (.+) \S+$/gm)].flatMap((line) =>
      (line[1] ?? "").split(" "),
    );
    const letIn = read(".dockerignore")
      .split("\n")
      .filter((line) => line.startsWith("!"))
      .map((line) => line.slice(1));
    expect(copied).toEqual(letIn);
    for (const path of copied) expect(existsSync(join(root, path)), path).toBe(true);
  });

  test.each([
    [200, 0],
    [503, 1],
  ])("answers its health check by what /health says: %i ends it with %i", async (answer, status) => {
    const server = createServer((request, response) => {
      response.writeHead(request.url === "/health" ? answer : 404).end();
    }).listen(0, "127.0.0.1");
    onTestFinished(() => void server.close());
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" && address ? String(address.port) : "";
    const line = /^ {2}CMD (\[.*\])$/m.exec(read("Dockerfile"))?.[1] ?? "[]";
    const inImage = z.array(z.string()).parse(JSON.parse(line));
    const composed = app.healthcheck.test.slice(1).map((word) => word.replace(":8484/", `:${port}/`));
    for (const [, ...args] of [inImage, composed]) {
      const [ended] = await once(spawn(process.execPath, args, { env: { AFTERWORD_PORT: port } }), "exit");
      expect(ended).toBe(status);
    }
  });

  test("is unhealthy when nothing answers", () => {
    const [, ...args] = app.healthcheck.test.slice(1).map((word) => word.replace(":8484/", ":1/"));
    expect(spawnSync(process.execPath, args).status).toBe(1);
  });
});

test("the check that runs on every change is a program that bash accepts", () => {
  const script = join(root, ".ci", "run");
  expect(statSync(script).mode & 0o111).toBe(0o111);
  expect(spawnSync("bash", ["-n", script]).status).toBe(0);
});
