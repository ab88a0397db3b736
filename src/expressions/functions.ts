import {
  BOOL,
  DOUBLE,
  DURATION,
  fits,
  INT,
  isNumber,
  isScalar,
  STRING,
  TIMESTAMP,
  type Type,
  typeWords,
  UNKNOWN,
} from "./type.ts";

/** The type that a function gives for these arguments, or null when it does not take them. */
export type Signature = (args: readonly Type[]) => Type | null;

export const OPERATORS: Readonly<Record<string, { readonly sign: string; readonly of: Signature }>> = {
  "_==_": { sign: "==", of: compared(isScalar) },
  "_!=_": { sign: "!=", of: compared(isScalar) },
  "_<_": { sign: "<", of: compared(isOrdered) },
  "_<=_": { sign: "<=", of: compared(isOrdered) },
  "_>_": { sign: ">", of: compared(isOrdered) },
  "_>=_": { sign: ">=", of: compared(isOrdered) },
  "_&&_": { sign: "&&", of: every(BOOL) },
  "_||_": { sign: "||", of: every(BOOL) },
  "!_": { sign: "!", of: every(BOOL) },
  "-_": { sign: "-", of: oneOf([[INT], INT], [[DOUBLE], DOUBLE], [[DURATION], DURATION]) },
  "_+_": {
    sign: "+",
    of: oneOf(
      [[INT, INT], INT],
      [[DOUBLE, DOUBLE], DOUBLE],
      [[STRING, STRING], STRING],
      [[TIMESTAMP, DURATION], TIMESTAMP],
      [[DURATION, TIMESTAMP], TIMESTAMP],
      [[DURATION, DURATION], DURATION],
    ),
  },
  "_-_": {
    sign: "-",
    of: oneOf(
      [[INT, INT], INT],
      [[DOUBLE, DOUBLE], DOUBLE],
      [[TIMESTAMP, DURATION], TIMESTAMP],
      [[TIMESTAMP, TIMESTAMP], DURATION],
      [[DURATION, DURATION], DURATION],
    ),
  },
  "_*_": { sign: "*", of: oneOf([[INT, INT], INT], [[DOUBLE, DOUBLE], DOUBLE]) },
  "_/_": { sign: "/", of: oneOf([[INT, INT], INT], [[DOUBLE, DOUBLE], DOUBLE]) },
  "_%_": { sign: "%", of: oneOf([[INT, INT], INT]) },
  "@in": { sign: "in", of: contained },
  "_[_]": { sign: "[]", of: indexed },
};

const PART = oneOf([[TIMESTAMP], INT]);
const PART_OF_TIME = oneOf([[TIMESTAMP], INT], [[DURATION], INT]);
const TEXT_TEST = oneOf([[STRING, STRING], BOOL]);

/** Called as `text.startsWith("a")`; `size` either way. */
export const METHODS: Readonly<Record<string, Signature>> = {
  size: sized,
  contains: TEXT_TEST,
  startsWith: TEXT_TEST,
  endsWith: TEXT_TEST,
  matches: TEXT_TEST,
  getFullYear: PART,
  getMonth: PART,
  getDate: PART,
  getDayOfMonth: PART,
  getDayOfWeek: PART,
  getDayOfYear: PART,
  getHours: PART_OF_TIME,
  getMinutes: PART_OF_TIME,
  getSeconds: PART_OF_TIME,
};

export const FUNCTIONS: Readonly<Record<string, Signature>> = {
  size: sized,
  string: oneOf(...[STRING, INT, DOUBLE, BOOL, TIMESTAMP, DURATION].map((type) => [[type], STRING] as const)),
  int: oneOf(...[INT, DOUBLE, STRING, TIMESTAMP].map((type) => [[type], INT] as const)),
  double: oneOf(...[DOUBLE, INT, STRING].map((type) => [[type], DOUBLE] as const)),
  timestamp: oneOf([[STRING], TIMESTAMP], [[TIMESTAMP], TIMESTAMP]),
  duration: oneOf([[STRING], DURATION], [[DURATION], DURATION]),
};

export const MACROS = ["all", "exists", "exists_one", "map", "filter"] as const;

/** `double and int`: the arguments that a function does not take. */
export function argumentWords(args: readonly Type[]): string {
  return args.map(typeWords).join(" and ");
}

function oneOf(...overloads: readonly (readonly [readonly Type[], Type])[]): Signature {
  return (args) =>
    overloads.find(
      ([wanted]) => wanted.length === args.length && wanted.every((type, index) => fits(args[index]!, type)),
    )?.[1] ?? null;
}

function every(wanted: Type): Signature {
  return (args) => (args.every((type) => fits(type, wanted)) ? wanted : null);
}

/** Whole and other numbers are compared with each other by their values. */
function compared(comparable: (type: Type) => boolean): Signature {
  return ([left = UNKNOWN, right = UNKNOWN]) => {
    const alike = fits(left, right) || (isNumber(left) && isNumber(right));
    return alike && comparable(left) && comparable(right) ? BOOL : null;
  };
}

function isOrdered(type: Type): boolean {
  return isScalar(type) && type.kind !== "bool";
}

function sized([type = UNKNOWN, ...more]: readonly Type[]): Type | null {
  const has = ["string", "list", "map", "unknown"].includes(type.kind);
  return has && more.length === 0 ? INT : null;
}

function contained([item = UNKNOWN, whole = UNKNOWN]: readonly Type[]): Type | null {
  switch (whole.kind) {
    case "list":
      return isScalar(item) && (fits(item, whole.of) || (isNumber(item) && isNumber(whole.of))) ? BOOL : null;
    case "map":
      return fits(item, STRING) ? BOOL : null;
    case "unknown":
      return BOOL;
    default:
      return null;
  }
}

function indexed([whole = UNKNOWN, index = UNKNOWN]: readonly Type[]): Type | null {
  switch (whole.kind) {
    case "list":
      return fits(index, INT) ? whole.of : null;
    case "map":
      return fits(index, STRING) ? whole.of : null;
    case "unknown":
      return UNKNOWN;
    default:
      return null;
  }
}
