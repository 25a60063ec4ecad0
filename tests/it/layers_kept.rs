//! The files that stand together on a timeline, at the next start and in links to the view.

use std::path::{Path, PathBuf};

use egui_kittest::kittest::Queryable as _;

use crate::common::window::{Window, says, session};
use crate::common::{app_that_remembers, app_with_files, dataset, fixture, run_until};
use crate::layers::WARS;
use treaty_timeline::app::App;
use treaty_timeline::diagnostics::ViewLinkNote;
use treaty_timeline::session::{Command, LayersCommand, SelectionCommand};
use treaty_timeline::timeline::Selection;

/// A folder with three files.
/// Three files in a folder, and a folder for the settings.
fn files() -> (tempfile::TempDir, Vec<PathBuf>, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::copy(fixture("good-second.json"), folder.path().join("second.json")).expect("it can be written");
    std::fs::write(folder.path().join("wars.json"), WARS).expect("it can be written");
    std::fs::write(folder.path().join("raids.csv"), "Date,Title,Lane\n1931-04-02,Raid on the mill,Raids\n")
        .expect("it can be written");
    let paths = ["second.json", "wars.json", "raids.csv"].map(|name| folder.path().join(name));
    let settings = folder.path().join("settings");
    std::fs::create_dir(&settings).expect("it can be made");
    (folder, paths.to_vec(), settings)
}

fn layers(app: &App) -> usize {
    app.session().world.layers.len()
}

fn apply(window: &mut Window, command: LayersCommand) {
    window.state_mut().apply_command(Command::Layers(command));
}

/// Starts with what is saved in a folder, which is empty before the first time.
fn start(file: Option<&Path>, folder: &Path) -> Window {
    app_that_remembers(file.map(Path::to_path_buf), Some(folder))
}

/// Ends the program as closing its window does.
fn end(mut window: Window) {
    eframe::App::on_exit(window.state_mut(), None);
}

fn settled(app: &App) -> bool {
    app.session().files.loading.is_none()
}

/// A window with all files on one timeline.
fn all_open(paths: &[PathBuf], settings: &Path) -> Window {
    let mut window = start(Some(&paths[0]), settings);
    run_until(&mut window, "the first is open", |app| app.session().world.path.is_some());
    window.state_mut().add_files(paths[1..].to_vec());
    run_until(&mut window, "all are open", |app| layers(app) == 3 && settled(app));
    window
}

#[test]
fn the_files_that_were_open_together_are_open_again_as_they_were_left() {
    let (_folder, paths, settings) = files();
    let mut window = all_open(&paths, &settings);
    apply(&mut window, LayersCommand::SetBackground(1, true));
    apply(&mut window, LayersCommand::Rename(1, "What was fought".to_owned()));
    apply(&mut window, LayersCommand::Move(2, -1));
    let raids = dataset(window.state()).treaties().iter().position(|treaty| &*treaty.name == "Raids");
    let raids = treaty_timeline::domain::TreatyId::new(raids.expect("it was added"));
    window.state_mut().apply_command(Command::Selection(SelectionCommand::Select(Selection::Treaty(raids))));
    let title = session(&window).title().to_owned();
    end(window);

    let mut window = start(None, &settings);
    run_until(&mut window, "all are open again", |app| layers(app) == 3 && settled(app));
    assert_eq!(session(&window).title(), title);
    let choice = session(&window).view.arrangement.layer(1).expect("it is there").clone();
    assert!(choice.is_background && &*choice.name == "What was fought", "{choice:?}");
    let Selection::Treaty(selected) = session(&window).selection.selected else {
        panic!("{:?}", session(&window).selection.selected)
    };
    assert_eq!(&*dataset(window.state()).treaty(selected).name, "Raids");

    // One that is gone does not keep the others away, and what was removed stays so.
    let removed = session(&window).view.arrangement.layers.iter().find(|choice| &*choice.name == "raids");
    let removed = removed.expect("it is there").layer;
    apply(&mut window, LayersCommand::Remove(removed));
    end(window);
    std::fs::remove_file(&paths[1]).expect("it can be removed");
    let mut window = start(None, &settings);
    run_until(&mut window, "the first is open", |app| app.session().world.path.is_some() && settled(app));
    window.run();
    assert_eq!(layers(window.state()), 0);
    assert!(says(&window, "No longer there, and not added: wars.json"));
    end(window);

    // Another file that is asked for is opened alone.
    let mut window = start(Some(&paths[2]), &settings);
    run_until(&mut window, "it is open", |app| app.session().world.path.is_some() && settled(app));
    assert_eq!(layers(window.state()), 0);
    assert!(window.query_by_label("Layers · 2").is_none());
}

#[test]
fn a_file_that_was_removed_from_the_timeline_is_not_opened_again() {
    let (_folder, paths, settings) = files();
    let mut window = all_open(&paths, &settings);
    apply(&mut window, LayersCommand::Remove(1));
    end(window);
    let mut window = start(None, &settings);
    run_until(&mut window, "both are open again", |app| layers(app) == 2 && settled(app));
    let names = session(&window).world.layers.iter().map(|file| file.world.name.clone());
    assert_eq!(names.collect::<Vec<_>>(), ["second.json", "raids.csv"]);
    // The first was removed: the other is open alone.
    apply(&mut window, LayersCommand::Remove(0));
    end(window);
    let mut window = start(None, &settings);
    run_until(&mut window, "it is open", |app| app.session().world.path.is_some() && settled(app));
    assert_eq!((layers(window.state()), session(&window).world.name.as_str()), (0, "raids.csv"));
}

#[test]
fn a_link_names_the_files_beside_the_first_and_says_which_of_them_are_not_open() {
    let (_folder, paths, _) = files();
    let mut window = app_with_files(paths.clone());
    run_until(&mut window, "all are open", |app| layers(app) == 3 && settled(app));
    let link = session(&window).view_link();
    assert!(link.contains("files=wars.json,raids.csv"), "{link}");
    let notes = session(&window).view_link_notes(&link).expect("it is a link");
    assert_eq!(notes, [], "they are open here");
    apply(&mut window, LayersCommand::Remove(2));
    assert!(session(&window).view_link().contains("files=wars.json&"));

    let mut alone = app_with_files(paths[..1].to_vec());
    run_until(&mut alone, "it is open", |app| app.session().world.path.is_some());
    let notes = session(&alone).view_link_notes(&link).expect("it is a link");
    let named = ["wars.json", "raids.csv"].map(str::to_owned).to_vec();
    assert_eq!(notes, [ViewLinkNote::FilesBeside(named)]);
    alone.state_mut().apply_command(Command::View(treaty_timeline::session::ViewCommand::OpenLink(link)));
    alone.run();
    let said = session(&alone).status_message.clone().unwrap_or_default();
    assert!(said.contains("Add them to the timeline: wars.json, raids.csv"), "{said}");
    // A link of one file has no such part.
    assert!(!session(&alone).view_link().contains("files="));
}
