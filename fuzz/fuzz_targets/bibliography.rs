//! See `targets::bibliography`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| targets::bibliography(data));
