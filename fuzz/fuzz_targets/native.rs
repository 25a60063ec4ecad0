//! See `targets::native`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| targets::native(data));
