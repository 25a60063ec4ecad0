//! Metadata that a file passes on to the one that replaces it: permissions, owner, extended attributes.

use std::fs::{File, Metadata};
use std::path::Path;

/// Sets the permissions of a new file: for this user only, or the usual ones less the user's umask.
#[cfg(unix)]
pub(super) fn set_initial_permissions(builder: &mut tempfile::Builder<'_, '_>, is_private: bool) {
    use std::os::unix::fs::PermissionsExt as _;
    builder.permissions(std::fs::Permissions::from_mode(if is_private { 0o600 } else { 0o666 }));
}

#[cfg(not(unix))]
pub(super) fn set_initial_permissions(_builder: &mut tempfile::Builder<'_, '_>, _is_private: bool) {}

/// How many hard links a file has.
#[cfg(unix)]
pub(super) fn hard_links(file: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::nlink(file)
}

#[cfg(not(unix))]
pub(super) fn hard_links(_file: &Metadata) -> u64 {
    1
}

/// Copies the metadata of `old` to `new`, and returns whether that succeeded: only the file itself can keep another owner,
/// or a group that this user is not in.
#[cfg(unix)]
pub(super) fn copy_metadata(path: &Path, old: &Metadata, new: &File) -> bool {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, fchown};
    let Ok(now) = new.metadata() else { return false };
    // In this order: changing the owner may clear permissions.
    let has_owner = now.uid() == old.uid() || fchown(new, Some(old.uid()), None).is_ok();
    let has_group = now.gid() == old.gid() || fchown(new, None, Some(old.gid())).is_ok();
    let rights = std::fs::Permissions::from_mode(old.mode() & 0o7777);
    if !has_owner || !has_group || new.set_permissions(rights).is_err() {
        return false;
    }
    copy_attributes(path, new);
    true
}

#[cfg(not(unix))]
pub(super) fn copy_metadata(_path: &Path, _old: &Metadata, _new: &File) -> bool {
    true
}

/// Copies extended attributes: origin, labels, access lists.
///
/// Those reserved for the system cannot be copied and are not the user's, so failures are ignored.
#[cfg(unix)]
fn copy_attributes(path: &Path, new: &File) {
    use xattr::FileExt as _;
    let Ok(names) = xattr::list(path) else { return };
    for name in names {
        if let Ok(Some(value)) = xattr::get(path, &name) {
            let _copied = new.set_xattr(&name, &value);
        }
    }
}
