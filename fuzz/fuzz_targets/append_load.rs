//! See `targets::append_load`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| targets::append_load(data));
