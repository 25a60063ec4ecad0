//! Whether this desktop has a file dialog at all: without one, a request looks like a dialog that was cancelled.

/// Whether a file dialog can be shown: by the desktop portal with its file chooser, or by zenity.
#[cfg(all(unix, not(target_os = "macos")))]
pub(super) fn is_there() -> bool {
    has_zenity() || has_portal()
}

/// Windows and macOS always have one.
#[cfg(not(all(unix, not(target_os = "macos"))))]
pub(super) fn is_there() -> bool {
    true
}

#[cfg(all(unix, not(target_os = "macos")))]
fn has_zenity() -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).any(|folder| folder.join("zenity").is_file())
}

/// Asks the portal for the version of its file chooser: a portal without one has no such property.
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
