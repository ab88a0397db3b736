;; The two inner loops of the bootstrap of an area, in the 64-bit integers that JavaScript lacks.
;; `npm run wasm` makes inner-loops-code.ts of this file; inner-loops.ts loads it.
;;
;; The memory, with n places:
;;   0          the state of the generator: a, b, c and its counter, 64 bits each
;;   64         a count for each place, 32 bits
;;   64 + 4n    for each place, whether its row is positive: a byte, 0 or 1
;;   64 + 5n    for each place, whether it is the last of its score: a byte, 0 or 1
;; Nothing in it is remembered from one call to the next: the caller writes what a call reads.
(module
  (import "host" "memory" (memory 1))

  ;; SFC64, whole steps of it. A step gives two words, its lower half and then its upper; each that is not rejected
  ;; adds one to the count of a place. Stops when fewer than two draws are left, and tells how many.
  (func (export "tally") (param $draws i32) (param $places i32) (result i32)
    (local $a i64) (local $b i64) (local $c i64) (local $counter i64)
    (local $words i64) (local $limit i64) (local $rejected i32) (local $product i64) (local $count i32)
    (local.set $a (i64.load offset=0 (i32.const 0)))
    (local.set $b (i64.load offset=8 (i32.const 0)))
    (local.set $c (i64.load offset=16 (i32.const 0)))
    (local.set $counter (i64.load offset=24 (i32.const 0)))
    (local.set $limit (i64.extend_i32_u (local.get $places)))
    ;; (2^32 - n) mod n: lower halves of a product below this come up once too often.
    (local.set $rejected (i32.rem_u (i32.sub (i32.const 0) (local.get $places)) (local.get $places)))
    (block $done
      (loop $step
        (br_if $done (i32.lt_u (local.get $draws) (i32.const 2)))
        (local.set $words (i64.add (i64.add (local.get $a) (local.get $b)) (local.get $counter)))
        (local.set $counter (i64.add (local.get $counter) (i64.const 1)))
        (local.set $a (i64.xor (local.get $b) (i64.shr_u (local.get $b) (i64.const 11))))
        (local.set $b (i64.add (local.get $c) (i64.shl (local.get $c) (i64.const 3))))
        (local.set $c (i64.add (i64.rotl (local.get $c) (i64.const 24)) (local.get $words)))

        (local.set $product (i64.mul (i64.and (local.get $words) (i64.const 0xffffffff)) (local.get $limit)))
        (if (i32.ge_u (i32.wrap_i64 (local.get $product)) (local.get $rejected))
          (then
            (local.set $count (i32.shl (i32.wrap_i64 (i64.shr_u (local.get $product) (i64.const 32))) (i32.const 2)))
            (i32.store offset=64 (local.get $count) (i32.add (i32.load offset=64 (local.get $count)) (i32.const 1)))
            (local.set $draws (i32.sub (local.get $draws) (i32.const 1)))))

        (local.set $product (i64.mul (i64.shr_u (local.get $words) (i64.const 32)) (local.get $limit)))
        (if (i32.ge_u (i32.wrap_i64 (local.get $product)) (local.get $rejected))
          (then
            (local.set $count (i32.shl (i32.wrap_i64 (i64.shr_u (local.get $product) (i64.const 32))) (i32.const 2)))
            (i32.store offset=64 (local.get $count) (i32.add (i32.load offset=64 (local.get $count)) (i32.const 1)))
            (local.set $draws (i32.sub (local.get $draws) (i32.const 1)))))
        (br $step)))
    (i64.store offset=0 (i32.const 0) (local.get $a))
    (i64.store offset=8 (i32.const 0) (local.get $b))
    (i64.store offset=16 (i32.const 0) (local.get $c))
    (i64.store offset=24 (i32.const 0) (local.get $counter))
    (local.get $draws))

  ;; The area of counted places, by ascending score and of one score the negative ones first. A positive wins over
  ;; the negatives up to the last of its score, and over those below its score: a tie is in one of these two, so
  ;; half of their sum counts it half. No branch on the class or on ties, which no processor can foresee.
  (func (export "area") (param $places i32) (result f64)
    (local $at i32) (local $end i32) (local $positive i32) (local $last i32)
    (local $count i32) (local $up i32)
    (local $positives i32) (local $negatives i32) (local $below i32) (local $wonTwice i64)
    (local.set $at (i32.const 64))
    (local.set $positive (i32.add (i32.const 64) (i32.shl (local.get $places) (i32.const 2))))
    (local.set $end (local.get $positive))
    (local.set $last (i32.add (local.get $positive) (local.get $places)))
    (block $done
      (loop $place
        (br_if $done (i32.eq (local.get $at) (local.get $end)))
        (local.set $count (i32.load (local.get $at)))
        (local.set $up (i32.and (local.get $count) (i32.sub (i32.const 0) (i32.load8_u (local.get $positive)))))
        (local.set $positives (i32.add (local.get $positives) (local.get $up)))
        (local.set $negatives (i32.add (local.get $negatives) (i32.sub (local.get $count) (local.get $up))))
        (local.set $wonTwice
          (i64.add
            (local.get $wonTwice)
            (i64.mul
              (i64.extend_i32_u (local.get $up))
              (i64.add (i64.extend_i32_u (local.get $negatives)) (i64.extend_i32_u (local.get $below))))))
        (local.set $below (select (local.get $negatives) (local.get $below) (i32.load8_u (local.get $last))))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (local.set $positive (i32.add (local.get $positive) (i32.const 1)))
        (local.set $last (i32.add (local.get $last) (i32.const 1)))
        (br $place)))
    (f64.div
      (f64.div
        (f64.mul (f64.convert_i64_u (local.get $wonTwice)) (f64.const 0.5))
        (f64.convert_i32_u (local.get $positives)))
      (f64.convert_i32_u (local.get $negatives)))))
