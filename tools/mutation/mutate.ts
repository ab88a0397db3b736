/** What was done to a file, and which of its own bytes are no longer what they were. */
export interface Mutation {
  readonly how: (typeof WAYS)[number]["how"];
  readonly bytes: Uint8Array;
  /** In the file as it was; empty where bytes were only put in. `end` is exclusive. */
  readonly touched: { readonly start: number; readonly end: number };
}

type Random = () => number;

/** One random change of a file. The same numbers give the same change. */
export function mutate(bytes: Uint8Array, random: Random): Mutation {
  const way = WAYS[Math.floor(random() * WAYS.length)]!;
  return { how: way.how, ...way.change(bytes, random) };
}

type Change = (bytes: Uint8Array, random: Random) => Omit<Mutation, "how">;

const LONGEST_RUN = 200;

const flip: Change = (bytes, random) => {
  const start = within(bytes, random);
  const copy = bytes.slice();
  copy[start] = (copy[start] ?? 0) ^ (1 << Math.floor(8 * random()));
  return { bytes: copy, touched: { start, end: start + 1 } };
};

const remove: Change = (bytes, random) => {
  const touched = random() < 0.5 ? line(bytes, random) : run(bytes, random);
  return { bytes: replaced(bytes, touched, new Uint8Array(0)), touched };
};

const truncate: Change = (bytes, random) => {
  const start = random() < 0.5 ? line(bytes, random).start : within(bytes, random);
  return { bytes: bytes.slice(0, start), touched: { start, end: bytes.length } };
};

const duplicate: Change = (bytes, random) => {
  const { start, end } = random() < 0.5 ? line(bytes, random) : run(bytes, random);
  const touched = { start: end, end };
  return { bytes: replaced(bytes, touched, bytes.slice(start, end)), touched };
};

/** Another number in the place of one, of the kinds that a program gets wrong. */
const editNumber: Change = (bytes, random) => {
  const touched = digitsAt(bytes, within(bytes, random));
  if (touched === null) return flip(bytes, random);
  const number = NUMBERS[Math.floor(random() * NUMBERS.length)]!(random);
  return { bytes: replaced(bytes, touched, new TextEncoder().encode(number)), touched };
};

/** A part of the file over another part of it. */
const splice: Change = (bytes, random) => {
  const touched = random() < 0.5 ? line(bytes, random) : run(bytes, random);
  const from = random() < 0.5 ? line(bytes, random) : run(bytes, random);
  return { bytes: replaced(bytes, touched, bytes.slice(from.start, from.end)), touched };
};

const WAYS = [
  { how: "flip", change: flip },
  { how: "remove", change: remove },
  { how: "truncate", change: truncate },
  { how: "duplicate", change: duplicate },
  { how: "number", change: editNumber },
  { how: "splice", change: splice },
] as const;

const NUMBERS: readonly ((random: Random) => string)[] = [
  (random) => String(Math.floor(10 * random())),
  (random) => String(Math.floor(1000 * random())),
  (random) => random().toFixed(4),
  () => "-1",
  () => "1e400",
  () => "9007199254740993",
  () => "NaN",
  () => "",
];

interface Range {
  readonly start: number;
  readonly end: number;
}

function within(bytes: Uint8Array, random: Random): number {
  return Math.floor(random() * bytes.length);
}

function run(bytes: Uint8Array, random: Random): Range {
  const start = within(bytes, random);
  return { start, end: Math.min(bytes.length, start + 1 + Math.floor(LONGEST_RUN * random() ** 3)) };
}

const LINE_FEED = 0x0a;

/** A line with its line feed. */
function line(bytes: Uint8Array, random: Random): Range {
  const at = within(bytes, random);
  const start = bytes.lastIndexOf(LINE_FEED, Math.max(0, at - 1)) + 1;
  const feed = bytes.indexOf(LINE_FEED, at);
  return { start: Math.min(start, at), end: feed < 0 ? bytes.length : feed + 1 };
}

/** The digits at or after a place, looked for as far as one line is long. */
function digitsAt(bytes: Uint8Array, at: number): Range | null {
  const most = Math.min(bytes.length, at + LONGEST_RUN);
  let start = at;
  while (start < most && !isDigit(bytes[start])) start++;
  if (start === most) return null;
  let end = start;
  while (isDigit(bytes[end])) end++;
  return { start, end };
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function replaced(bytes: Uint8Array, { start, end }: Range, by: Uint8Array): Uint8Array {
  const whole = new Uint8Array(bytes.length - (end - start) + by.length);
  whole.set(bytes.subarray(0, start));
  whole.set(by, start);
  whole.set(bytes.subarray(end), start + by.length);
  return whole;
}
