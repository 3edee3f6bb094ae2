import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/**
 * Below the ports that the system gives to whoever connects: a client that keeps knocking at a closed door would
 * otherwise be given that very port, and hold it against the server that is to open it again.
 */
const [LOWEST, HIGHEST] = [20_000, 32_000];

/** Takes connections and can cut them off as the death of a process does: without a farewell. */
export class Listener {
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  /** @param port 0 for any that is free */
  static async open(host: string, port: number, connected: (socket: Socket) => void): Promise<Listener> {
    const server = createServer();
    const listener = new Listener(server);
    server.on('connection', (socket) => {
      listener.sockets.add(socket);
      socket.once('close', () => listener.sockets.delete(socket));
      connected(socket);
    });
    await listening(server, host, port);
    return listener;
  }

  get port(): number {
    // A server that listens on a host and a port has no other form of address.
    return (this.server.address() as AddressInfo).port;
  }

  cut(): void {
    this.server.close();
    for (const socket of this.sockets) socket.resetAndDestroy();
  }
}

async function listening(server: Server, host: string, port: number): Promise<void> {
  for (;;) {
    const tried = port === 0 ? LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST)) : port;
    server.listen(tried, host);
    const isOpen = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (isOpen) return;
    if (port !== 0) throw new Error(`port ${port} of ${host} was taken while the double was away`);
  }
}
