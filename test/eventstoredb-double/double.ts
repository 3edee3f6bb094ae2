// A double of EventStoreDB for tests, not a server: it speaks the protocol to the real client and keeps all in memory.
import {
  Server,
  ServerCredentials,
  type ServiceDefinition,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import { append } from './append-calls.js';
import { batchAppend } from './batch-append-calls.js';
import { readGossip, supportedMethods } from './cluster-calls.js';
import { ServerState, type AppendFault, type Conduct, type Endpoint } from './conduct.js';
import { EventLog } from './event-log.js';
import { Listener } from './listener.js';
import { GossipService, ServerFeaturesService, StreamsService } from './protocol.js';
import { read } from './read-calls.js';

const HOST = '127.0.0.1';

/**
 * One node, which behaves as EventStoreDB and its Node client were seen to behave: what a real one does not
 * do, this one refuses to do. It can be frozen, killed and started again with its data.
 */
export class EventStoreDbDouble {
  private readonly state: ServerState;
  private listener: Listener | undefined;
  private port = 0;

  private constructor(log: EventLog, conduct: Partial<Conduct>) {
    const usual: Conduct = { version: '24.6', announcesCaughtUp: true, liveBuffer: 1_000 };
    this.state = new ServerState(log, { ...usual, ...conduct }, () => this.kill());
  }

  /** @param log the data of an earlier double, or of another node of the same cluster */
  static async start(conduct: Partial<Conduct> = {}, log = new EventLog()): Promise<EventStoreDbDouble> {
    const double = new EventStoreDbDouble(log, conduct);
    await double.restart();
    return double;
  }

  get log(): EventLog {
    return this.state.log;
  }

  get endpoint(): Endpoint {
    return { address: HOST, port: this.port };
  }

  get url(): string {
    return `esdb://${HOST}:${this.port}?tls=false`;
  }

  /** How many subscriptions were begun, in all. */
  get subscriptions(): number {
    return this.state.subscriptions;
  }

  /** Calls are accepted and nothing is done until `thaw`; then everything, what callers gave up included. */
  freeze(): void {
    this.state.gate.close();
  }

  thaw(): void {
    this.state.gate.open();
  }

  /** Cuts all connections at once; the data stay, what had not been written is lost. */
  kill(): void {
    this.state.gate.abandon();
    this.listener?.cut();
    this.listener = undefined;
  }

  /** Starts again at the same address with the same data. */
  async restart(): Promise<void> {
    const server = new Server({ 'grpc.max_receive_message_length': 17 * 1_024 * 1_024 });
    this.serve(server);
    const door = server.createConnectionInjector(ServerCredentials.createInsecure());
    this.listener = await Listener.open(HOST, this.port, (socket) => door.injectConnection(socket));
    this.port = this.listener.port;
  }

  /** The next appends go wrong in these ways, one after the other. */
  failNextAppends(...faults: readonly AppendFault[]): void {
    this.state.appendFaults.push(...faults);
  }

  /** From now on nobody has the right to anything. */
  denyAll(): void {
    this.state.denied = true;
  }

  /** From now on another node is the leader. */
  follow(leader: Endpoint): void {
    this.state.leader = leader;
  }

  private serve(server: Server): void {
    const { state } = this;
    const services: readonly [ServiceDefinition, UntypedServiceImplementation][] = [
      [StreamsService, { append: append(state), batchAppend: batchAppend(state), read: read(state) }],
      [GossipService, { read: readGossip(() => this.endpoint, state) }],
      [ServerFeaturesService, { getSupportedMethods: supportedMethods(state) }],
    ];
    for (const [service, implementation] of services) server.addService(service, implementation);
  }
}
