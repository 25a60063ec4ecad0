//! An article that no dataset quotes, beside a dataset, in a window: to be read and confirmed.

use std::path::{Path, PathBuf};

use egui::Theme;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use treaty_timeline::session::Action;

use super::window::{Window, choose, label};
use super::{ScriptedDialogs, app_with, run_until};

/// Invented words by an invented minister, of real treaties.
pub(crate) const ARTICLE: &str = "Minister looks back

ESTMARK, 12 March 2021 - The extension of New START came not a day too soon, Foreign Minister Ilse Korhanen said today.

\"Five more years are a gift, and a gift should be used,\" Korhanen told reporters. She spoke of the INF Treaty, which \
expired in 2019, without regret.

One voice from the crowd remained unnamed. \"Nobody asked us about Open Skies when Washington gave notice that it would leave,\" it said.
";

/// A folder with a dataset and the article beside it, and a window on the dataset.
pub(crate) fn start(theme: Theme) -> (tempfile::TempDir, ScriptedDialogs, Window) {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/seven-treaties.json");
    start_on(theme, "seven.json", &std::fs::read(data).expect("it is there"))
}

/// The same with another dataset.
pub(crate) fn start_on(
    theme: Theme,
    name: &str,
    data: &[u8],
) -> (tempfile::TempDir, ScriptedDialogs, Window) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(name);
    std::fs::write(&file, data).expect("a folder of its own can be written to");
    std::fs::write(folder.path().join("minister.txt"), ARTICLE).expect("it can be written to");
    let dialogs = ScriptedDialogs::default();
    answers(&dialogs, folder.path().join("minister.txt"));
    let mut window = app_with([1440.0, 900.0], theme, &dialogs, Some(file));
    run_until(&mut window, "the dataset is open", |app| app.session().world.path.is_some());
    choose(&mut window, Action::ReadDocument);
    run_until(&mut window, "the document is open", |app| app.session().reader.document.is_some());
    window.run();
    (folder, dialogs, window)
}

pub(crate) fn answers(dialogs: &ScriptedDialogs, path: PathBuf) {
    *dialogs.0.lock().expect("no test panics while it holds this") = Some(path);
}

pub(crate) fn click(window: &mut Window, role: Role, begins: &str) {
    let name = window.query_all_by_role(role).map(|node| label(&node)).find(|name| name.starts_with(begins));
    window.get_by_role_and_label(role, &name.unwrap_or_else(|| panic!("no {begins}"))).click();
    window.run();
}
