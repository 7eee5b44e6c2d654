/** Sends bytes that no HTTP client would let through, and gives what comes back. */
import { connect } from 'node:net';

export interface RawAnswer {
  /** 0 where the server closed the connection without an answer. */
  readonly status: number;
  readonly text: string;
}

const DEADLINE_MS = 10_000;

/** Ends the sending side after the bytes, so that no server waits for more of them. */
export async function sendRaw(url: string, bytes: string | Uint8Array): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  socket.setTimeout(DEADLINE_MS, () => socket.destroy(new Error('no answer within the deadline')));
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  await new Promise<void>((resolve, reject) => {
    // A server that refuses what it has read so far may close while more is being sent.
    socket.once('error', (fault: NodeJS.ErrnoException) =>
      fault.code === 'EPIPE' || fault.code === 'ECONNRESET' ? resolve() : reject(fault),
    );
    socket.once('end', resolve);
    socket.end(bytes);
  });
  socket.destroy();
  const text = Buffer.concat(chunks).toString('utf8');
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text };
}
