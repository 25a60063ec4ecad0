//! See `targets::view_link`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| targets::view_link(data));
