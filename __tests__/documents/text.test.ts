import { expect, test } from "vitest";
import { decodeText } from "../../src/documents/text.ts";

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))));

test.each([
  ["plain", bytes("a: é\r\n"), "a: é\r\n"],
  ["a byte order mark", bytes([0xef, 0xbb, 0xbf], "a"), "a"],
])("reads %s", (_, content, text) => {
  expect(decodeText(content, "f")).toEqual({ text });
});

test.each([
  ["no bytes", bytes(), "empty", 1],
  ["white space alone", bytes(" \n\t\n"), "empty", 1],
  ["a byte order mark alone", bytes([0xef, 0xbb, 0xbf]), "empty", 1],
  ["a NUL", bytes("a\n", [0], "b"), "binary", 1],
  ["UTF-16 little-endian", bytes([0xff, 0xfe, 0x61, 0x00]), "not-utf8", 1],
  ["UTF-16 big-endian", bytes([0xfe, 0xff, 0x00, 0x61]), "not-utf8", 1],
  ["Latin-1 on line 3", bytes("a\né\n", [0xe9], "\nb"), "not-utf8", 3],
  ["a sequence cut off at the end", bytes("a\n", [0xc3]), "not-utf8", 2],
  ["an overlong form", bytes([0xc0, 0xaf]), "not-utf8", 1],
  ["a surrogate", bytes("ok\nok\n", [0xed, 0xa0, 0x80], "\n"), "not-utf8", 3],
])("refuses %s", (_, content, code, line) => {
  const decoded = decodeText(content, "f");
  expect(decoded).toMatchObject({ problem: { code, at: { path: "f", line } } });
});
