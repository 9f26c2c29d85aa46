import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns';
import { once } from 'node:events';
import { decode, encode } from 'dns-packet';
import type { Lookup } from '../../scripts/adapters/address-guard.ts';

export interface NameServer {
  /** Names that were asked for, in order. */
  asked: string[];
  /** Looks names up at this server, and each time anew. */
  lookup: Lookup;
  close(): void;
}

/** A real name server on a free port of the loopback interface. `answer` gives the IPv4 addresses of a name at its n-th question, from 1. */
export async function startNameServer(answer: (name: string, nth: number) => readonly string[]): Promise<NameServer> {
  const asked: string[] = [];
  const socket = createSocket('udp4');
  socket.on('message', (message, { port, address }) => {
    const { id, questions = [] } = decode(message);
    const [question] = questions;
    if (!question) return;
    asked.push(question.name);
    const nth = asked.filter((name) => name === question.name).length;
    const answers = answer(question.name, nth).map((data) => ({
      type: 'A' as const,
      name: question.name,
      ttl: 0,
      data,
    }));
    socket.send(encode({ type: 'response', id, flags: 0x0180, questions, answers }), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const resolver = new Resolver();
  resolver.setServers([`127.0.0.1:${socket.address().port}`]);
  const lookup: Lookup = (hostname, _options, callback) =>
    resolver.resolve4(hostname, (error, addresses = []) => {
      if (error) callback(error, []);
      else
        callback(
          null,
          addresses.map((address) => ({ address, family: 4 })),
        );
    });
  return { asked, lookup, close: () => socket.close() };
}
