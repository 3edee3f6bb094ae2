import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

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
    server.listen(port, host);
    await once(server, 'listening');
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
