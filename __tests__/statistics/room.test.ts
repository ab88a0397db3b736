import { expect, it } from "vitest";
import { Room } from "../../src/statistics/room.ts";

it("gives arrays side by side, and their places again once it is cleared", () => {
  const room = new Room();
  const [floats, bytes] = [room.floats(3).fill(0.5), room.bytes(5).fill(7)];
  expect([...floats, ...bytes]).toEqual([0.5, 0.5, 0.5, 7, 7, 7, 7, 7]);
  room.clear();
  const [again, others] = [room.floats(2), room.bytes(5)];
  expect([again.buffer, others.buffer]).toEqual([floats.buffer, bytes.buffer]);
  expect(again.buffer).toBe(floats.buffer);
  expect(others.buffer).toBe(bytes.buffer);
});

it("gives a larger place to what needs one", () => {
  const room = new Room();
  const few = room.integers(2);
  room.clear();
  const more = room.integers(200);
  expect(more.length).toBe(200);
  expect(more.buffer).not.toBe(few.buffer);
});
