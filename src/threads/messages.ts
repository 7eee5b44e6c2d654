/** What the process and a thread that answers for it ask of each other. */
import { type BirpcReturn, createBirpc } from 'birpc';
import type { Actor } from '../model/actor.js';
import type { Parameters, TextHit } from '../store/graph-store.js';
import { type CarriedAnswerFault, type CarriedFault, carryFault, faultCarried } from './carried-fault.js';

/** A query that was found valid and within the limits. */
export interface CarriedQuery {
  readonly text: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly actor: Actor | undefined;
}

export interface CarriedAnswer {
  /** As JSON; undefined where the query could not be run at all. */
  readonly data: string | undefined;
  readonly errors: readonly CarriedAnswerFault[] | undefined;
  readonly extensions: Readonly<Record<string, unknown>> | undefined;
}

/** What a thread does for the process. Queries go by numbers that the process gives, reads by those of the thread. */
export interface ThreadFunctions {
  /** Reads what questions go by. */
  prepare(): Promise<void>;
  answer(query: number, asked: CarriedQuery): Promise<CarriedAnswer>;
  callOff(query: number, reason: CarriedFault): void;
  /** Does the work of a read that the thread began; the process may ask for that several times, each time as a new attempt. */
  work(read: number, attempt: number): Promise<void>;
}

/** What the process does for a thread: the store is in its hands. */
export interface ProcessFunctions {
  /** Begins a read, and resolves when the thread has done its work in one state of the graph. */
  read(read: number): Promise<void>;
  run(attempt: number, statement: string, parameters?: Parameters): Promise<unknown[]>;
  searchText(search: number, words: string, limit: number): Promise<TextHit[]>;
  /** Calls off a read or a search. */
  callOff(work: number): void;
}

/** Either end of what connects them. */
export interface Channel {
  postMessage(message: unknown): void;
  on(event: 'message', listen: (message: unknown) => void): unknown;
}

interface Message {
  readonly e?: unknown;
}

/** An answer of birpc has its fault in `e`. */
const withFault = (message: Message, change: (fault: unknown) => unknown): Message =>
  message.e === undefined ? message : { ...message, e: change(message.e) };

export const connect = <Remote extends object, Local extends object>(
  channel: Channel,
  functions: Local,
): BirpcReturn<Remote, Local> =>
  createBirpc<Remote, Local>(functions, {
    post: (message) => channel.postMessage(message),
    on: (listen) => channel.on('message', listen),
    serialize: (message: Message) => withFault(message, carryFault),
    deserialize: (message: Message) => withFault(message, (fault) => faultCarried(fault as CarriedFault)),
    // A call ends when its query does, at the deadline of that.
    timeout: -1,
  });
