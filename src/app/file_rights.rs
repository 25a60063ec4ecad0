//! What a file has beside its bytes, and hands over to the one that takes its place: rights, owner, extended attributes.

use std::fs::{File, Metadata};
use std::path::Path;

/// Says with which rights a new file is made: for this user only, or as any other; the system takes away what the user's
/// mask forbids.
#[cfg(unix)]
pub(super) fn of_new(builder: &mut tempfile::Builder<'_, '_>, is_private: bool) {
    use std::os::unix::fs::PermissionsExt as _;
    builder.permissions(std::fs::Permissions::from_mode(if is_private { 0o600 } else { 0o666 }));
}

#[cfg(not(unix))]
pub(super) fn of_new(_builder: &mut tempfile::Builder<'_, '_>, _is_private: bool) {}

/// How many names a file has.
#[cfg(unix)]
pub(super) fn names(file: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::nlink(file)
}

#[cfg(not(unix))]
pub(super) fn names(_file: &Metadata) -> u64 {
    1
}

/// Gives `new` what `old` has beside its bytes. Whether that went: a file may belong to someone else, or to a group that
/// this user is not in, and only the file itself keeps that.
#[cfg(unix)]
pub(super) fn hand_over(path: &Path, old: &Metadata, new: &File) -> bool {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, fchown};
    let Ok(now) = new.metadata() else { return false };
    // In this order: a change of owner takes some of the rights away.
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
pub(super) fn hand_over(_path: &Path, _old: &Metadata, _new: &File) -> bool {
    true
}

/// Where a file came from, how it is labelled, who else may read it. What the system keeps to itself cannot be copied and
/// is none of a user's, so nothing here fails.
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
