import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A door in front of a server: open it passes every byte, shut it resets whoever knocks and whoever is inside. */
export type Gate = {
  readonly port: number;
  readonly shut: () => void;
  readonly open: () => void;
  readonly close: () => Promise<void>;
};

/** Opens a gate on a free port of the loopback that leads to `target`. The port stays the same while the gate is shut. */
export function openGate(target: { host: string; port: number }): Promise<Gate> {
  const inside = new Set<Socket>();
  let isOpen = true;

  const server = createServer((socket) => {
    if (!isOpen) {
      socket.resetAndDestroy();
      return;
    }
    const beyond = connect(target);
    join(socket, beyond);
    join(beyond, socket);
    socket.pipe(beyond);
    beyond.pipe(socket);
  });
  const join = (one: Socket, other: Socket) => {
    inside.add(one);
    one.setNoDelay(true);
    one.on("error", () => other.destroy());
    one.once("close", () => {
      inside.delete(one);
      other.destroy();
    });
  };
  const emptyOut = () => {
    for (const socket of inside) socket.destroy();
  };

  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      resolve({
        port: (server.address() as AddressInfo).port,
        open: () => {
          isOpen = true;
        },
        shut: () => {
          isOpen = false;
          emptyOut();
        },
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            emptyOut();
          }),
      });
    });
  });
}
