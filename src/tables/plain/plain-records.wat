;; Reads the records of a CSV or JSON Lines file that need no second look: one line each, no escapes, each number a plain
;; numeral, each text one that was met before. It stops before any other record, which is left to TypeScript.
;; `npm run wasm` makes plain-records-code.ts of this file; memory.ts loads it and lays out its memory:
;;   64     the powers of ten from 0 to 22, doubles
;;   256    for each cell of a record 16 bytes: where the page of its numbers is and where that of its texts, 0 if nobody
;;          asks, and of JSON what stands before it: where that is and how long. One more for what ends a record.
;;   33040  what stands before cells, each filled up with zeros to whole words of 64 bits
;;   from the second page on: a page for each column of numbers or texts, and behind them a window on the file
;; A page of numbers holds the doubles of 8,192 rows. A page of texts holds
;;   0      how many texts are known, and how many bytes they take
;;   16     1,024 slots of a hash table: the hash of a text, its length, where it stands (0 in a free slot), its code
;;   16400  the codes of 8,192 rows, 32 bits each
;;   49168  the known texts, each filled up with zeros to whole words of 64 bits
(module
  (import "host" "memory" (memory 2))
  ;; The rows that the last call read.
  (global $taken (export "taken") (mut i32) (i32.const 0))
  ;; What hashes begin with, so that nobody can prepare texts that collide.
  (global $seed (export "seed") (mut i32) (i32.const 0))
  (global $value (mut f64) (f64.const 0))

  ;; Whole records from `at` on, of so many cells, each with its line break at most `longest` bytes. A line feed stands
  ;; at `end`, and 16 bytes may be read behind it. Gives where the first record starts that was not read.
  (func (export "readDelimited")
    (param $at i32) (param $end i32) (param $cells i32) (param $longest i32) (param $delimiter i32) (result i32)
    (local $rows i32) (local $from i32) (local $start i32)
    (local $cell i32) (local $beyond i32)
    (local $delimiters v128)
    (local.set $delimiters (i8x16.splat (local.get $delimiter)))
    (local.set $beyond (i32.add (i32.const 256) (i32.shl (local.get $cells) (i32.const 4))))
    (block $stop
      (loop $record
        (local.set $from (local.get $at))
        (br_if $stop (i32.eq (local.get $rows) (i32.const 8192)))
        ;; A blank line is no record.
        (br_if $stop (i32.eq (i32.load8_u (local.get $at)) (i32.const 10)))
        (br_if $stop (i32.eq (i32.load8_u (local.get $at)) (i32.const 13)))
        (local.set $cell (i32.const 256))
        (loop $next
          (br_if $stop (i32.eq (local.get $cell) (local.get $beyond)))
          (br_if $stop (i32.eq (i32.load8_u (local.get $at)) (i32.const 34)))
          (local.set $start (local.get $at))
          (if (i32.load (local.get $cell))
            (then
              (local.set $at (call $numeral (local.get $at)))
              (br_if $stop (i32.eqz (local.get $at)))
              (call $takeNumber (local.get $cell) (local.get $rows)))
            (else
              (local.set $at (call $cellEnd (local.get $at) (local.get $delimiter) (local.get $delimiters)))))
          (if (i32.load offset=4 (local.get $cell))
            (then
              (br_if $stop
                (i32.eqz (call $takeText (local.get $cell) (local.get $rows) (local.get $start) (local.get $at))))))
          (local.set $cell (i32.add (local.get $cell) (i32.const 16)))
          (if (i32.eq (i32.load8_u (local.get $at)) (local.get $delimiter))
            (then
              (local.set $at (i32.add (local.get $at) (i32.const 1)))
              (br $next))))
        (br_if $stop (i32.ne (local.get $cell) (local.get $beyond)))
        ;; Whatever else ends a number here is no part of one, and zeros are in no text.
        (local.set $at (call $lineEnd (local.get $at) (local.get $end)))
        (br_if $stop (i32.eqz (local.get $at)))
        (br_if $stop (i32.gt_u (i32.sub (local.get $at) (local.get $from)) (local.get $longest)))
        (local.set $rows (i32.add (local.get $rows) (i32.const 1)))
        (br $record)))
    (global.set $taken (local.get $rows))
    (local.get $from))

  ;; The same of JSON objects whose cells are strings, numbers, true or false, with always the same between them.
  (func (export "readObjects")
    (param $at i32) (param $end i32) (param $cells i32) (param $longest i32) (result i32)
    (local $rows i32) (local $from i32) (local $start i32) (local $textEnd i32) (local $length i32)
    (local $cell i32) (local $last i32)
    (local.set $last (i32.add (i32.const 256) (i32.shl (local.get $cells) (i32.const 4))))
    (block $stop
      (loop $record
        (local.set $from (local.get $at))
        (br_if $stop (i32.eq (local.get $rows) (i32.const 8192)))
        (local.set $cell (i32.const 256))
        (block $over
          (loop $next
            (local.set $length (i32.load offset=12 (local.get $cell)))
            (br_if $stop
              (i32.eqz
                (call $same
                  (i32.load offset=8 (local.get $cell))
                  (local.get $at)
                  (i32.add (local.get $at) (local.get $length)))))
            (local.set $at (i32.add (local.get $at) (local.get $length)))
            (br_if $over (i32.eq (local.get $cell) (local.get $last)))
            (if (i32.eq (i32.load8_u (local.get $at)) (i32.const 34))
              (then
                ;; A number may be written as a string, but seldom is.
                (br_if $stop (i32.load (local.get $cell)))
                (local.set $start (i32.add (local.get $at) (i32.const 1)))
                (local.set $textEnd (call $stringEnd (local.get $start)))
                (br_if $stop (i32.ne (i32.load8_u (local.get $textEnd)) (i32.const 34)))
                (local.set $at (i32.add (local.get $textEnd) (i32.const 1))))
              (else
                (local.set $start (local.get $at))
                (local.set $at (call $truthEnd (local.get $start)))
                (if (local.get $at)
                  (then (br_if $stop (i32.load (local.get $cell))))
                  (else
                    (local.set $at (call $numeral (local.get $start)))
                    (br_if $stop (i32.eqz (local.get $at)))
                    (if (i32.load (local.get $cell))
                      (then (call $takeNumber (local.get $cell) (local.get $rows))))))
                (local.set $textEnd (local.get $at))))
            (if (i32.load offset=4 (local.get $cell))
              (then
                (br_if $stop
                  (i32.eqz
                    (call $takeText (local.get $cell) (local.get $rows) (local.get $start) (local.get $textEnd))))))
            (local.set $cell (i32.add (local.get $cell) (i32.const 16)))
            (br $next)))
        (local.set $at (call $lineEnd (local.get $at) (local.get $end)))
        (br_if $stop (i32.eqz (local.get $at)))
        (br_if $stop (i32.gt_u (i32.sub (local.get $at) (local.get $from)) (local.get $longest)))
        (local.set $rows (i32.add (local.get $rows) (i32.const 1)))
        (br $record)))
    (global.set $taken (local.get $rows))
    (local.get $from))

  ;; Notes the number that was just read.
  (func $takeNumber (param $cell i32) (param $row i32)
    (f64.store
      (i32.add (i32.load (local.get $cell)) (i32.shl (local.get $row) (i32.const 3)))
      (global.get $value)))

  ;; Notes the code of a text; 0 when it is not known.
  (func $takeText (param $cell i32) (param $row i32) (param $start i32) (param $end i32) (result i32)
    (local $texts i32) (local $slot i32)
    (local.set $texts (i32.load offset=4 (local.get $cell)))
    (local.set $slot (call $slotOf (local.get $texts) (local.get $start) (local.get $end)))
    (i32.store offset=16400
      (i32.add (local.get $texts) (i32.shl (local.get $row) (i32.const 2)))
      (i32.load offset=12 (local.get $slot)))
    (i32.load offset=8 (local.get $slot)))

  ;; Where the next line starts if this one ends here, before `end`; 0 otherwise.
  (func $lineEnd (param $at i32) (param $end i32) (result i32)
    (local.set $at
      (i32.add (local.get $at) (i32.eq (i32.load8_u (local.get $at)) (i32.const 13))))
    (select
      (i32.add (local.get $at) (i32.const 1))
      (i32.const 0)
      (i32.and
        (i32.eq (i32.load8_u (local.get $at)) (i32.const 10))
        (i32.lt_u (local.get $at) (local.get $end)))))

  ;; Where a JSON string ends, or has an escape or what belongs into no string.
  (func $stringEnd (param $at i32) (result i32)
    (local $bytes v128) (local $found i32)
    (loop $more (result i32)
      (local.set $bytes (v128.load (local.get $at)))
      (local.set $found
        (i8x16.bitmask
          (v128.or
            (v128.or
              (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 34)))
              (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 92))))
            (i8x16.lt_u (local.get $bytes) (i8x16.splat (i32.const 32))))))
      (if (result i32)
        (i32.eqz (local.get $found))
        (then
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br $more))
        (else (i32.add (local.get $at) (i32.ctz (local.get $found)))))))

  ;; Where `true` or `false` ends; 0 when neither is here.
  (func $truthEnd (param $at i32) (result i32)
    (local $word i32)
    (local.set $word (i32.load (local.get $at)))
    (if (i32.eq (local.get $word) (i32.const 0x65757274)) (then (return (i32.add (local.get $at) (i32.const 4)))))
    (select
      (i32.add (local.get $at) (i32.const 5))
      (i32.const 0)
      (i32.and
        (i32.eq (local.get $word) (i32.const 0x736c6166))
        (i32.eq (i32.load8_u offset=4 (local.get $at)) (i32.const 101)))))

  ;; Makes a text known by its code, unless it is or there is no room.
  (func (export "learn") (param $texts i32) (param $start i32) (param $end i32) (param $code i32)
    (local $slot i32) (local $place i32) (local $room i32)
    (local.set $slot (call $slotOf (local.get $texts) (local.get $start) (local.get $end)))
    (if (i32.load offset=8 (local.get $slot)) (then (return)))
    (local.set $room
      (i32.add
        (i32.load offset=4 (local.get $texts))
        (i32.and (i32.add (i32.sub (local.get $end) (local.get $start)) (i32.const 7)) (i32.const -8))))
    ;; More than half full, a table is slow.
    (if (i32.ge_u (i32.load (local.get $texts)) (i32.const 512)) (then (return)))
    (if (i32.gt_u (local.get $room) (i32.const 16368)) (then (return)))
    (local.set $place
      (i32.add (i32.add (local.get $texts) (i32.const 49168)) (i32.load offset=4 (local.get $texts))))
    (i32.store (local.get $texts) (i32.add (i32.load (local.get $texts)) (i32.const 1)))
    (i32.store offset=4 (local.get $texts) (local.get $room))
    (i32.store offset=4 (local.get $slot) (i32.sub (local.get $end) (local.get $start)))
    (i32.store offset=8 (local.get $slot) (local.get $place))
    (i32.store offset=12 (local.get $slot) (local.get $code))
    (loop $word
      (i64.store (local.get $place) (call $wordAt (local.get $start) (local.get $end)))
      (local.set $place (i32.add (local.get $place) (i32.const 8)))
      (local.set $start (i32.add (local.get $start) (i32.const 8)))
      (br_if $word (i32.lt_u (local.get $start) (local.get $end)))))

  ;; Where the slot of a text is that is not empty, or the free one where it would be; its hash is written into that.
  (func $slotOf (param $texts i32) (param $start i32) (param $end i32) (result i32)
    (local $length i32) (local $at i32) (local $left i32) (local $word i64) (local $hash i64)
    (local $bits i32) (local $index i32) (local $slot i32)
    (local.set $length (i32.sub (local.get $end) (local.get $start)))
    (local.set $hash (i64.extend_i32_u (global.get $seed)))
    (local.set $at (local.get $start))
    ;; As wordAt, whose call would take longer than it does.
    (loop $more
      (local.set $left (i32.sub (local.get $end) (local.get $at)))
      (local.set $word
        (i64.and
          (i64.load (local.get $at))
          (select
            (i64.const -1)
            (i64.sub (i64.shl (i64.const 1) (i64.extend_i32_u (i32.shl (local.get $left) (i32.const 3)))) (i64.const 1))
            (i32.ge_u (local.get $left) (i32.const 8)))))
      (local.set $hash
        (i64.mul (i64.xor (local.get $hash) (local.get $word)) (i64.const 0x9e3779b97f4a7c15)))
      (local.set $hash (i64.xor (local.get $hash) (i64.shr_u (local.get $hash) (i64.const 29))))
      (local.set $at (i32.add (local.get $at) (i32.const 8)))
      (br_if $more (i32.lt_u (local.get $at) (local.get $end))))
    (local.set $bits (i32.wrap_i64 (i64.shr_u (local.get $hash) (i64.const 32))))
    (local.set $index (local.get $bits))
    (loop $probe
      (local.set $slot
        (i32.add
          (i32.add (local.get $texts) (i32.const 16))
          (i32.shl (i32.and (local.get $index) (i32.const 1023)) (i32.const 4))))
      (if (i32.eqz (i32.load offset=8 (local.get $slot)))
        (then
          (i32.store (local.get $slot) (local.get $bits))
          (return (local.get $slot))))
      (block $other
        (br_if $other (i32.ne (i32.load (local.get $slot)) (local.get $bits)))
        (br_if $other (i32.ne (i32.load offset=4 (local.get $slot)) (local.get $length)))
        (if (i32.le_u (local.get $length) (i32.const 8))
          (then
            (br_if $other (i64.ne (i64.load (i32.load offset=8 (local.get $slot))) (local.get $word))))
          (else
            (br_if $other
              (i32.eqz
                (call $same (i32.load offset=8 (local.get $slot)) (local.get $start) (local.get $end))))))
        (return (local.get $slot)))
      (local.set $index (i32.add (local.get $index) (i32.const 1)))
      (br $probe))
    (unreachable))

  ;; Whether the bytes from `start` to `end` are those at a place, which are filled up with zeros.
  (func $same (param $place i32) (param $start i32) (param $end i32) (result i32)
    (loop $word
      (if (i64.ne (i64.load (local.get $place)) (call $wordAt (local.get $start) (local.get $end)))
        (then (return (i32.const 0))))
      (local.set $place (i32.add (local.get $place) (i32.const 8)))
      (local.set $start (i32.add (local.get $start) (i32.const 8)))
      (br_if $word (i32.lt_u (local.get $start) (local.get $end))))
    (i32.const 1))

  ;; The next eight bytes of a text, zeros behind its end.
  (func $wordAt (param $at i32) (param $end i32) (result i64)
    (local $left i32)
    (local.set $left (i32.sub (local.get $end) (local.get $at)))
    (if (result i64)
      (i32.ge_u (local.get $left) (i32.const 8))
      (then (i64.load (local.get $at)))
      (else
        (i64.and
          (i64.load (local.get $at))
          (i64.sub (i64.shl (i64.const 1) (i64.extend_i32_u (i32.shl (local.get $left) (i32.const 3)))) (i64.const 1))))))

  ;; Where the next delimiter, line break or zero byte is.
  (func $cellEnd (param $at i32) (param $delimiter i32) (param $delimiters v128) (result i32)
    (local $bytes v128) (local $found i32) (local $byte i32)
    (loop $more (result i32)
      (local.set $bytes (v128.load (local.get $at)))
      (local.set $found
        (i8x16.bitmask
          (v128.or
            (i8x16.eq (local.get $bytes) (local.get $delimiters))
            (i8x16.le_u (local.get $bytes) (i8x16.splat (i32.const 13))))))
      (if (result i32)
        (i32.eqz (local.get $found))
        (then
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br $more))
        (else
          (local.set $at (i32.add (local.get $at) (i32.ctz (local.get $found))))
          (local.set $byte (i32.load8_u (local.get $at)))
          (if (result i32)
            (i32.or
              (i32.or (i32.eq (local.get $byte) (local.get $delimiter)) (i32.eqz (local.get $byte)))
              (i32.or (i32.eq (local.get $byte) (i32.const 10)) (i32.eq (local.get $byte) (i32.const 13))))
            (then (local.get $at))
            (else
              ;; A tab, say, that delimits nothing.
              (local.set $at (i32.add (local.get $at) (i32.const 1)))
              (br $more)))))))

  ;; Reads a numeral of JSON's grammar into $value, correctly rounded, and gives where it ends; 0 where there is no such
  ;; numeral, or it has more than 19 digits or a power of ten beyond 22 either way, or doubt is left.
  ;; Source: as src/tables/numeral.ts; eight digits at once: D. Lemire, Softw. Pract. Exp. 51 (2021) 1700-1727.
  (func $numeral (param $at i32) (result i32)
    (local $negative i32) (local $digit i32) (local $first i32) (local $digits i32) (local $decimals i32)
    (local $lower i32) (local $exponent i32) (local $power i32)
    (local $whole i64) (local $word i64) (local $size f64)
    (local.set $negative (i32.eq (i32.load8_u (local.get $at)) (i32.const 45)))
    (local.set $at (i32.add (local.get $at) (local.get $negative)))
    (local.set $first (local.get $at))
    (local.set $digit (i32.sub (i32.load8_u (local.get $at)) (i32.const 48)))
    (if (i32.gt_u (local.get $digit) (i32.const 9)) (then (return (i32.const 0))))
    (loop $next
      (local.set $whole
        (i64.add (i64.mul (local.get $whole) (i64.const 10)) (i64.extend_i32_u (local.get $digit))))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (local.set $digit (i32.sub (i32.load8_u (local.get $at)) (i32.const 48)))
      (br_if $next (i32.le_u (local.get $digit) (i32.const 9))))
    (local.set $digits (i32.sub (local.get $at) (local.get $first)))
    (if (i32.gt_u (local.get $digits) (i32.const 19)) (then (return (i32.const 0))))
    (if (i32.and (i32.gt_u (local.get $digits) (i32.const 1)) (i32.eq (i32.load8_u (local.get $first)) (i32.const 48)))
      (then (return (i32.const 0))))

    (if (i32.eq (i32.load8_u (local.get $at)) (i32.const 46))
      (then
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (local.set $first (local.get $at))
        (if (i64.eqz (local.get $whole))
          (then
            (local.set $digits (i32.const 0))
            (block $significant
              (loop $zero
                (br_if $significant (i32.ne (i32.load8_u (local.get $at)) (i32.const 48)))
                (local.set $at (i32.add (local.get $at) (i32.const 1)))
                (br $zero)))))
        (local.set $decimals (i32.sub (local.get $at) (local.get $first)))
        (local.set $first (local.get $at))
        (block $fewer
          (loop $eight
            (local.set $word (i64.load (local.get $at)))
            (br_if $fewer
              (i64.ne
                (i64.or
                  (i64.and (local.get $word) (i64.const 0xf0f0f0f0f0f0f0f0))
                  (i64.shr_u
                    (i64.and
                      (i64.add (local.get $word) (i64.const 0x0606060606060606))
                      (i64.const 0xf0f0f0f0f0f0f0f0))
                    (i64.const 4)))
                (i64.const 0x3333333333333333)))
            (local.set $word (i64.and (local.get $word) (i64.const 0x0f0f0f0f0f0f0f0f)))
            ;; Pairs of digits, then pairs of those, then both.
            (local.set $word
              (i64.add
                (i64.mul (local.get $word) (i64.const 10))
                (i64.shr_u (local.get $word) (i64.const 8))))
            (local.set $word
              (i64.shr_u
                (i64.add
                  (i64.mul
                    (i64.and (local.get $word) (i64.const 0x000000ff000000ff))
                    (i64.const 0x000f424000000064))
                  (i64.mul
                    (i64.and (i64.shr_u (local.get $word) (i64.const 16)) (i64.const 0x000000ff000000ff))
                    (i64.const 0x0000271000000001)))
                (i64.const 32)))
            (local.set $whole (i64.add (i64.mul (local.get $whole) (i64.const 100000000)) (local.get $word)))
            (local.set $at (i32.add (local.get $at) (i32.const 8)))
            (br $eight)))
        (block $end
          (loop $next
            (local.set $digit (i32.sub (i32.load8_u (local.get $at)) (i32.const 48)))
            (br_if $end (i32.gt_u (local.get $digit) (i32.const 9)))
            (local.set $whole
              (i64.add (i64.mul (local.get $whole) (i64.const 10)) (i64.extend_i32_u (local.get $digit))))
            (local.set $at (i32.add (local.get $at) (i32.const 1)))
            (br $next)))
        (local.set $first (i32.sub (local.get $at) (local.get $first)))
        (local.set $digits (i32.add (local.get $digits) (local.get $first)))
        (local.set $decimals (i32.add (local.get $decimals) (local.get $first)))
        (if (i32.eqz (local.get $decimals)) (then (return (i32.const 0))))
        (if (i32.gt_u (local.get $digits) (i32.const 19)) (then (return (i32.const 0))))))

    (if (i32.eq (i32.or (i32.load8_u (local.get $at)) (i32.const 32)) (i32.const 101))
      (then
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (local.set $digit (i32.load8_u (local.get $at)))
        (local.set $lower (i32.eq (local.get $digit) (i32.const 45)))
        (local.set $at
          (i32.add (local.get $at) (i32.or (local.get $lower) (i32.eq (local.get $digit) (i32.const 43)))))
        (local.set $first (local.get $at))
        (block $end
          (loop $next
            (local.set $digit (i32.sub (i32.load8_u (local.get $at)) (i32.const 48)))
            (br_if $end (i32.gt_u (local.get $digit) (i32.const 9)))
            (local.set $exponent (i32.add (i32.mul (local.get $exponent) (i32.const 10)) (local.get $digit)))
            (local.set $at (i32.add (local.get $at) (i32.const 1)))
            (br $next)))
        ;; No digit is no number; of more than four the power is beyond doubles, or leads with zeros.
        (if (i32.gt_u (i32.sub (i32.sub (local.get $at) (local.get $first)) (i32.const 1)) (i32.const 3))
          (then (return (i32.const 0))))))

    (local.set $power
      (i32.sub
        (select (i32.sub (i32.const 0) (local.get $exponent)) (local.get $exponent) (local.get $lower))
        (local.get $decimals)))
    (local.set $size (f64.convert_i64_u (local.get $whole)))
    (if (i64.ne (local.get $whole) (i64.const 0))
      (then
        (if (i32.gt_u (i32.add (local.get $power) (i32.const 22)) (i32.const 44)) (then (return (i32.const 0))))
        (if (i64.le_u (local.get $whole) (i64.const 0x20000000000000))
          (then
            (if (i32.lt_s (local.get $power) (i32.const 0))
              (then (local.set $size (f64.div (local.get $size) (f64.load offset=64 (i32.shl (i32.sub (i32.const 0) (local.get $power)) (i32.const 3))))))
              (else (local.set $size (f64.mul (local.get $size) (f64.load offset=64 (i32.shl (local.get $power) (i32.const 3))))))))
          (else
            (if (i32.gt_s (local.get $power) (i32.const 0)) (then (return (i32.const 0))))
            (if (local.get $power)
              (then
                (local.set $size
                  (call $quotient
                    (local.get $size)
                    (f64.convert_i64_s (i64.sub (local.get $whole) (i64.trunc_f64_u (local.get $size))))
                    (f64.load offset=64 (i32.shl (i32.sub (i32.const 0) (local.get $power)) (i32.const 3)))))
                (if (f64.ne (local.get $size) (local.get $size)) (then (return (i32.const 0))))))))))
    (global.set $value (select (f64.neg (local.get $size)) (local.get $size) (local.get $negative)))
    (local.get $at))

  ;; (high + low) / divisor, rounded once; no number where the rounding is in doubt.
  ;; Source: Dekker, "A floating-point technique for extending the available precision" (1971).
  (func $quotient (param $high f64) (param $low f64) (param $divisor f64) (result f64)
    (local $first f64) (local $back f64) (local $second f64) (local $sum f64)
    (local.set $first (f64.div (local.get $high) (local.get $divisor)))
    (local.set $back (f64.mul (local.get $first) (local.get $divisor)))
    (local.set $second
      (f64.div
        (f64.add
          (f64.sub
            (f64.sub (local.get $high) (local.get $back))
            (call $productError (local.get $first) (local.get $divisor) (local.get $back)))
          (local.get $low))
        (local.get $divisor)))
    (local.set $sum (f64.add (local.get $first) (local.get $second)))
    ;; What is lost by rounding, a little more of it than there is: 1 + 2^-40.
    (select
      (local.get $sum)
      (f64.const nan)
      (f64.eq
        (f64.add
          (local.get $sum)
          (f64.mul
            (f64.sub (local.get $second) (f64.sub (local.get $sum) (local.get $first)))
            (f64.const 0x1.0000000001p+0)))
        (local.get $sum))))

  ;; a * b - product, exactly: the significands are halved by Veltkamp's constant, 2^27 + 1.
  (func $productError (param $a f64) (param $b f64) (param $product f64) (result f64)
    (local $scaled f64) (local $aHigh f64) (local $aLow f64) (local $bHigh f64) (local $bLow f64)
    (local.set $scaled (f64.mul (local.get $a) (f64.const 134217729)))
    (local.set $aHigh (f64.sub (local.get $scaled) (f64.sub (local.get $scaled) (local.get $a))))
    (local.set $aLow (f64.sub (local.get $a) (local.get $aHigh)))
    (local.set $scaled (f64.mul (local.get $b) (f64.const 134217729)))
    (local.set $bHigh (f64.sub (local.get $scaled) (f64.sub (local.get $scaled) (local.get $b))))
    (local.set $bLow (f64.sub (local.get $b) (local.get $bHigh)))
    (f64.sub
      (f64.mul (local.get $aLow) (local.get $bLow))
      (f64.sub
        (f64.sub
          (f64.sub (local.get $product) (f64.mul (local.get $aHigh) (local.get $bHigh)))
          (f64.mul (local.get $aLow) (local.get $bHigh)))
        (f64.mul (local.get $aHigh) (local.get $bLow))))))
