//! See `targets::patch`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| targets::patch(data));
