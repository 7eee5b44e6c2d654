/** Keeps long computations from holding up everybody else who is served by this process. */

/** How many steps of a long loop one caller takes in a row: a few milliseconds of work at most. */
export const STEPS_PER_TURN = 2_000;

/**
 * How many turns a request has before the next one has its own. Were all worked on by turns, the half-made answers of all
 * would be in memory at once, and the garbage collector would copy them again and again.
 */
const TURNS_IN_A_ROW = 32;

/** When a request has its turns: the lowest number first. */
interface Place {
  number: number;
  turns: number;
}

interface Waiting {
  readonly place: Place;
  goOn(): void;
}

/** By the signals of the requests that computations are for. */
const places = new WeakMap<AbortSignal, Place>();
let numbersGiven = 0;

function lastPlace(): Place {
  numbersGiven += 1;
  return { number: numbersGiven, turns: 0 };
}

function placeOf(signal: AbortSignal | undefined): Place {
  const known = signal && places.get(signal);
  if (known !== undefined) return known;
  const place = lastPlace();
  if (signal !== undefined) places.set(signal, place);
  return place;
}

const waiting: Waiting[] = [];

function takeFirst(): Waiting | undefined {
  const numbers = waiting.map(({ place }) => place.number);
  return waiting.splice(numbers.indexOf(Math.min(...numbers)), 1)[0];
}

/** Lets one go on, and the next one only after the event loop has been round: in between all others are served. */
function letOneGoOn(): void {
  const next = takeFirst();
  if (next === undefined) return;
  next.place.turns += 1;
  if (next.place.turns === TURNS_IN_A_ROW) Object.assign(next.place, lastPlace());
  next.goOn();
  if (waiting.length > 0) setImmediate(letOneGoOn);
}

/** How long computations may take that begin in the same round of the event loop. */
const BEGINNINGS_MS = 5;

/** When the first one began since the event loop has been round last. */
let firstBegan: number | undefined;

/** Whether the one that began last still has its first turn, and those that wait for the end of that. */
let isBeginning = false;
const beginners: (() => void)[] = [];

function endFirstTurn(): void {
  const next = beginners.shift();
  isBeginning = next !== undefined;
  next?.();
}

function startRound(): void {
  firstBegan = performance.now();
  setImmediate(() => {
    firstBegan = undefined;
    // The one that has its first turn waits for the store.
    endFirstTurn();
  });
}

async function untilTurnToBegin(signal: AbortSignal | undefined): Promise<void> {
  if (isBeginning) await new Promise<void>((resolve) => beginners.push(resolve));
  isBeginning = true;
  if (firstBegan === undefined) startRound();
  else if (performance.now() - firstBegan >= BEGINNINGS_MS) await yieldToOthers(signal);
}

/**
 * Begins a computation at once, unless those that began in the same round of the event loop have held it up already.
 * Each begins when the first turn of the one before is over: asked for together, they would all pass as the first.
 */
export async function beginInTurn<Result>(
  signal: AbortSignal | undefined,
  compute: () => Result | Promise<Result>,
): Promise<Result> {
  await untilTurnToBegin(signal);
  try {
    return await compute();
  } finally {
    endFirstTurn();
  }
}

/**
 * Lets the others have their turn; rejects with the signal's reason if the work was called off meanwhile. However many
 * long computations there are, only one of them has a turn each time the event loop goes round: that of the request
 * that came first, `signal` tells which one it is.
 */
export async function yieldToOthers(signal?: AbortSignal): Promise<void> {
  endFirstTurn();
  await new Promise<void>((resolve) => {
    waiting.push({ place: placeOf(signal), goOn: resolve });
    if (waiting.length === 1) setImmediate(letOneGoOn);
  });
  signal?.throwIfAborted();
}
