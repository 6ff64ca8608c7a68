;; What touches every vector, in WebAssembly SIMD. It computes with whole numbers, so that it gives the same bits as
;; plain code on every machine.
;; test/adapters/vector-scan/make-vector-scan.ts assembles this file into vector-scan-bytes.ts; a test compares the two.
(module
  (memory (export "memory") 1)

  ;; out[i] = row i · query, exactly, for `count` rows of `width` int8 each. The query is int16; width is a multiple of 8.
  (func (export "dots") (param $query i32) (param $rows i32) (param $count i32) (param $width i32) (param $out i32)
    (local $k i32) (local $row1 i32) (local $row2 i32) (local $row3 i32)
    (local $q v128) (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    ;; Four rows at a time share each load of the query.
    (block $fours_done
      (loop $fours
        (br_if $fours_done (i32.lt_u (local.get $count) (i32.const 4)))
        (local.set $row1 (i32.add (local.get $rows) (local.get $width)))
        (local.set $row2 (i32.add (local.get $row1) (local.get $width)))
        (local.set $row3 (i32.add (local.get $row2) (local.get $width)))
        (local.set $a (v128.const i32x4 0 0 0 0))
        (local.set $b (v128.const i32x4 0 0 0 0))
        (local.set $c (v128.const i32x4 0 0 0 0))
        (local.set $d (v128.const i32x4 0 0 0 0))
        (local.set $k (i32.const 0))
        (loop $lanes
          (local.set $q (v128.load (i32.add (local.get $query) (i32.shl (local.get $k) (i32.const 1)))))
          (local.set $a (i32x4.add (local.get $a) (i32x4.dot_i16x8_s (local.get $q)
            (v128.load8x8_s (i32.add (local.get $rows) (local.get $k))))))
          (local.set $b (i32x4.add (local.get $b) (i32x4.dot_i16x8_s (local.get $q)
            (v128.load8x8_s (i32.add (local.get $row1) (local.get $k))))))
          (local.set $c (i32x4.add (local.get $c) (i32x4.dot_i16x8_s (local.get $q)
            (v128.load8x8_s (i32.add (local.get $row2) (local.get $k))))))
          (local.set $d (i32x4.add (local.get $d) (i32x4.dot_i16x8_s (local.get $q)
            (v128.load8x8_s (i32.add (local.get $row3) (local.get $k))))))
          (local.set $k (i32.add (local.get $k) (i32.const 8)))
          (br_if $lanes (i32.lt_u (local.get $k) (local.get $width))))
        (i32.store (local.get $out) (call $sum (local.get $a)))
        (i32.store offset=4 (local.get $out) (call $sum (local.get $b)))
        (i32.store offset=8 (local.get $out) (call $sum (local.get $c)))
        (i32.store offset=12 (local.get $out) (call $sum (local.get $d)))
        (local.set $rows (i32.add (local.get $row3) (local.get $width)))
        (local.set $out (i32.add (local.get $out) (i32.const 16)))
        (local.set $count (i32.sub (local.get $count) (i32.const 4)))
        (br $fours)))
    (block $done
      (loop $ones
        (br_if $done (i32.eqz (local.get $count)))
        (local.set $a (v128.const i32x4 0 0 0 0))
        (local.set $k (i32.const 0))
        (loop $lanes
          (local.set $a (i32x4.add (local.get $a) (i32x4.dot_i16x8_s
            (v128.load (i32.add (local.get $query) (i32.shl (local.get $k) (i32.const 1))))
            (v128.load8x8_s (i32.add (local.get $rows) (local.get $k))))))
          (local.set $k (i32.add (local.get $k) (i32.const 8)))
          (br_if $lanes (i32.lt_u (local.get $k) (local.get $width))))
        (i32.store (local.get $out) (call $sum (local.get $a)))
        (local.set $rows (i32.add (local.get $rows) (local.get $width)))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $ones))))

  ;; Writes the numbers, from `first` on, of those rows whose dot product with the query is `least` or more, as u32 to
  ;; `out`, where there is room for count + 1 of them, and returns how many there are. All else as for `dots`.
  (func (export "near") (param $query i32) (param $rows i32) (param $count i32) (param $width i32) (param $least i32)
    (param $first i32) (param $out i32) (result i32)
    (local $from i32)
    (local $k i32) (local $row1 i32) (local $row2 i32) (local $row3 i32)
    (local $q v128) (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $from (local.get $out))
    (block $fours_done
      (loop $fours
        (br_if $fours_done (i32.lt_u (local.get $count) (i32.const 4)))
        (local.set $row1 (i32.add (local.get $rows) (local.get $width)))
        (local.set $row2 (i32.add (local.get $row1) (local.get $width)))
        (local.set $row3 (i32.add (local.get $row2) (local.get $width)))
        (local.set $a (v128.const i32x4 0 0 0 0))
        (local.set $b (v128.const i32x4 0 0 0 0))
        (local.set $c (v128.const i32x4 0 0 0 0))
        (local.set $d (v128.const i32x4 0 0 0 0))
        (local.set $k (i32.const 0))
        (loop $lanes
          (local.set $q (v128.load (i32.add (local.get $query) (i32.shl (local.get $k) (i32.const 1)))))
          (local.set $a (i32x4.add (local.get $a) (i32x4.dot_i16x8_s (local.get $q)
            (v128.load8x8_s (i32.add (local.get $rows) (local.get $k))))))
          (local.set $b (i32x4.add (local.get $b) (i32x4.dot_i16x8_s (local.get $q)
            (v128.load8x8_s (i32.add (local.get $row1) (local.get $k))))))
          (local.set $c (i32x4.add (local.get $c) (i32x4.dot_i16x8_s (local.get $q)
            (v128.load8x8_s (i32.add (local.get $row2) (local.get $k))))))
          (local.set $d (i32x4.add (local.get $d) (i32x4.dot_i16x8_s (local.get $q)
            (v128.load8x8_s (i32.add (local.get $row3) (local.get $k))))))
          (local.set $k (i32.add (local.get $k) (i32.const 8)))
          (br_if $lanes (i32.lt_u (local.get $k) (local.get $width))))
        ;; Each is written, and kept by moving on.
        (i32.store (local.get $out) (local.get $first))
        (local.set $out (i32.add (local.get $out)
          (i32.shl (i32.ge_s (call $sum (local.get $a)) (local.get $least)) (i32.const 2))))
        (i32.store (local.get $out) (i32.add (local.get $first) (i32.const 1)))
        (local.set $out (i32.add (local.get $out)
          (i32.shl (i32.ge_s (call $sum (local.get $b)) (local.get $least)) (i32.const 2))))
        (i32.store (local.get $out) (i32.add (local.get $first) (i32.const 2)))
        (local.set $out (i32.add (local.get $out)
          (i32.shl (i32.ge_s (call $sum (local.get $c)) (local.get $least)) (i32.const 2))))
        (i32.store (local.get $out) (i32.add (local.get $first) (i32.const 3)))
        (local.set $out (i32.add (local.get $out)
          (i32.shl (i32.ge_s (call $sum (local.get $d)) (local.get $least)) (i32.const 2))))
        (local.set $rows (i32.add (local.get $row3) (local.get $width)))
        (local.set $first (i32.add (local.get $first) (i32.const 4)))
        (local.set $count (i32.sub (local.get $count) (i32.const 4)))
        (br $fours)))
    (block $done
      (loop $ones
        (br_if $done (i32.eqz (local.get $count)))
        (local.set $a (v128.const i32x4 0 0 0 0))
        (local.set $k (i32.const 0))
        (loop $lanes
          (local.set $a (i32x4.add (local.get $a) (i32x4.dot_i16x8_s
            (v128.load (i32.add (local.get $query) (i32.shl (local.get $k) (i32.const 1))))
            (v128.load8x8_s (i32.add (local.get $rows) (local.get $k))))))
          (local.set $k (i32.add (local.get $k) (i32.const 8)))
          (br_if $lanes (i32.lt_u (local.get $k) (local.get $width))))
        (i32.store (local.get $out) (local.get $first))
        (local.set $out (i32.add (local.get $out)
          (i32.shl (i32.ge_s (call $sum (local.get $a)) (local.get $least)) (i32.const 2))))
        (local.set $rows (i32.add (local.get $rows) (local.get $width)))
        (local.set $first (i32.add (local.get $first) (i32.const 1)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $ones)))
    (i32.shr_u (i32.sub (local.get $out) (local.get $from)) (i32.const 2)))

  (func $sum (param $v v128) (result i32)
    (i32.add
      (i32.add (i32x4.extract_lane 0 (local.get $v)) (i32x4.extract_lane 1 (local.get $v)))
      (i32.add (i32x4.extract_lane 2 (local.get $v)) (i32x4.extract_lane 3 (local.get $v))))))
