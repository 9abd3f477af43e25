// Loaded before a program, it makes the network one in which AgentCore's host is a server of this machine, on
// the port AWS_HOST_PORT: for programs whose packages know AWS's address alone.
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import tls from 'node:tls';

const HOST = 'bedrock-agentcore.us-east-1.amazonaws.com';
const HERE = '127.0.0.1';

const { lookup } = dns;
dns.lookup = (host, ...rest) => lookup(host === HOST ? HERE : host, ...rest);
const { lookup: promised } = dns.promises;
dns.promises.lookup = (host, ...rest) => promised(host === HOST ? HERE : host, ...rest);

const { connect } = tls;
tls.connect = (options, ...rest) => {
  const isThere = [options.host, options.servername].includes(HOST);
  const port = Number(process.env.AWS_HOST_PORT);
  return connect(isThere ? { ...options, host: HERE, servername: HOST, port } : options, ...rest);
};
syncBuiltinESMExports();
