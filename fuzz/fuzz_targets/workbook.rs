//! See `targets::workbook`.
#![no_main]

use std::panic::{set_hook, take_hook};

// What the library of workbooks makes of a damaged one is caught by the program: only what is not caught is a finding,
// and libFuzzer's hook would end the run before that is known.
libfuzzer_sys::fuzz_target!(
    init: {
        drop(take_hook());
        set_hook(Box::new(|info| {
            let is_caught = info.location().is_some_and(|location| location.file().contains("/calamine-"));
            if !is_caught {
                eprintln!("{info}");
            }
        }));
    },
    |data: &[u8]| targets::workbook(data)
);
