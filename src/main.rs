//! The `treaty-timeline` binary; everything it does is in the library.

fn main() -> std::process::ExitCode {
    treaty_timeline::app::main()
}
