//! See `targets::lanes`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| targets::lanes(data));
