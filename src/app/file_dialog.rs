//! Whether this desktop has a file dialog at all: where it has none, asking for one ends as a dialog does that is cancelled.

/// Whether there is a way to ask for a file: the desktop portal with its file chooser, or zenity in its place.
#[cfg(all(unix, not(target_os = "macos")))]
pub(super) fn is_there() -> bool {
    has_zenity() || has_portal()
}

/// Windows and macOS have one.
#[cfg(not(all(unix, not(target_os = "macos"))))]
pub(super) fn is_there() -> bool {
    true
}

#[cfg(all(unix, not(target_os = "macos")))]
fn has_zenity() -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).any(|folder| folder.join("zenity").is_file())
}

/// Asks the portal for the version of its file chooser: one without says that there is no such thing.
#[cfg(all(unix, not(target_os = "macos")))]
fn has_portal() -> bool {
    let Ok(bus) = zbus::blocking::Connection::session() else { return false };
    let version = bus.call_method(
        Some("org.freedesktop.portal.Desktop"),
        "/org/freedesktop/portal/desktop",
        Some("org.freedesktop.DBus.Properties"),
        "Get",
        &("org.freedesktop.portal.FileChooser", "version"),
    );
    version.is_ok()
}
