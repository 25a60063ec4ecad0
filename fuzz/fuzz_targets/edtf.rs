//! See `targets::edtf`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| targets::edtf(data));
