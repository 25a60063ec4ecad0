//! Opens an address in the browser, and finds out whether that worked.

use std::io;

/// Opens an address in the browser. May block until the browser is closed.
///
/// # Errors
/// No browser opened it.
#[cfg(all(unix, not(target_os = "macos")))]
pub(super) fn open(address: &str) -> io::Result<()> {
    use std::process::{Command, Stdio};
    use std::time::Duration;

    /// What ends later has opened the address, whatever it says at its end.
    const LATE: Duration = Duration::from_secs(10);

    // The user's own choice comes before that of the desktop.
    if std::env::var_os("BROWSER").is_some_and(|browser| !browser.is_empty()) {
        return webbrowser::open(address);
    }
    // `webbrowser` starts xdg-open and does not wait for it, so that it takes one that finds no browser for a success.
    let started = super::clock::now();
    let opener = Command::new("xdg-open")
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    match opener {
        Ok(status) if status.success() || started.elapsed() > LATE => Ok(()),
        Ok(status) => Err(io::Error::other(format!("xdg-open: {status}"))),
        // There is no xdg-open here.
        Err(_) => webbrowser::open(address),
    }
}

/// Opens an address in the browser.
///
/// # Errors
/// No browser opened it.
#[cfg(not(all(unix, not(target_os = "macos"))))]
pub(super) fn open(address: &str) -> io::Result<()> {
    webbrowser::open(address)
}
