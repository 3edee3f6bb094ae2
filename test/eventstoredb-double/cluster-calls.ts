import type { handleUnaryCall } from '@grpc/grpc-js';
import type { Endpoint, ServerState } from './conduct.js';
import { features, gossip, StreamsService, type shared } from './protocol.js';

type Empty = InstanceType<typeof shared.Empty>;
type ClusterInfo = InstanceType<typeof gossip.ClusterInfo>;
type SupportedMethods = InstanceType<typeof features.SupportedMethods>;

const { FOLLOWER, LEADER } = gossip.MemberInfo.VNodeState;

/** Gossip.Read: the members of the cluster, as this node knows them. */
export function readGossip(self: () => Endpoint, state: ServerState): handleUnaryCall<Empty, ClusterInfo> {
  return (_, answer) => {
    const info = new gossip.ClusterInfo();
    info.addMembers(member(self(), state.leader ? FOLLOWER : LEADER));
    if (state.leader) info.addMembers(member(state.leader, LEADER));
    void state.gate.pass().then(() => answer(null, info));
  };
}

function member({ address, port }: Endpoint, role: typeof FOLLOWER | typeof LEADER) {
  const at = new gossip.EndPoint();
  at.setAddress(address);
  at.setPort(port);
  const info = new gossip.MemberInfo();
  info.setHttpEndPoint(at);
  info.setState(role);
  info.setIsAlive(true);
  return info;
}

/** ServerFeatures.GetSupportedMethods: the client asks it before its first append. */
export function supportedMethods(state: ServerState): handleUnaryCall<Empty, SupportedMethods> {
  return (_, answer) => {
    const methods = new features.SupportedMethods();
    methods.setEventStoreServerVersion(`${state.conduct.version}.0.0`);
    for (const { path } of Object.values(StreamsService)) {
      const [, service, name] = path.split('/');
      const method = new features.SupportedMethod();
      method.setServiceName(service ?? '');
      method.setMethodName((name ?? '').toLowerCase());
      methods.addMethods(method);
    }
    void state.gate.pass().then(() => answer(null, methods));
  };
}
