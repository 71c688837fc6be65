import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A self-signed certificate for localhost and 127.0.0.1, or for other names; valid for a day. Made by openssl, which every Dovecot brings. */
export function selfSigned(names = "DNS:localhost,IP:127.0.0.1"): {
  readonly cert: string;
  readonly key: string;
} {
  const folder = mkdtempSync(join(tmpdir(), "afterword-certificate-"));
  try {
    execFileSync(
      "openssl",
      [
        ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1"],
        ["-subj", "/CN=test", "-addext", `subjectAltName=${names}`],
        ["-keyout", join(folder, "key.pem"), "-out", join(folder, "cert.pem")],
      ].flat(),
      { stdio: "ignore" },
    );
    return {
      cert: readFileSync(join(folder, "cert.pem"), "utf8"),
      key: readFileSync(join(folder, "key.pem"), "utf8"),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
