//! Tables with a column of people and no quotations: the column is shown in the details, and the dialog says so before.

use egui::{Event, Theme};

use crate::common::window::{Window, says, session};
use crate::common::{ScriptedDialogs, app_with, dataset, fixture, run_until};
use treaty_timeline::load::load;
use treaty_timeline::records::{Role, Shape};
use treaty_timeline::session::{Action, Command, FilesCommand, SelectionCommand, TableChange};
use treaty_timeline::timeline::Selection;

/// Three rows, of which the second names nobody.
const TABLE: &str =
    "Year,Title,Who\n1931,Raid on the mill,Ilse Korhanen\n1933,Raid on the pier,\n1935,Truce,Ida Tallow\n";

/// The fields of the event with this title.
fn fields(dataset: &treaty_timeline::domain::Dataset, title: &str) -> Vec<(String, String)> {
    let event = dataset.events().iter().find(|event| &*event.title == title).expect("it is read");
    event.fields.iter().map(|field| (field.name.to_string(), field.text.to_string())).collect()
}

fn one(name: &str, text: &str) -> Vec<(String, String)> {
    vec![(name.to_owned(), text.to_owned())]
}

#[test]
fn who_said_nothing_is_kept_with_the_event_in_each_kind_of_table() {
    for name in ["Who", "By", "Author", "Speaker", "Said by", "Кто"] {
        let text = TABLE.replace("Who", name);
        let read = load("raids.csv", text.into_bytes(), &()).dataset.expect("it is read");
        assert_eq!(fields(&read, "Raid on the mill"), one(name, "Ilse Korhanen"), "{name}");
        assert_eq!(fields(&read, "Raid on the pier"), [], "{name}");
        assert_eq!(fields(&read, "Truce"), one(name, "Ida Tallow"), "{name}");
    }
    // Where only some rows have a quotation, its speaker is that of the statement, and the others are kept.
    let mixed = "Date,Title,Speaker,Role,Quote\n1931-02-03,Raid,Ilse Korhanen,Minister,\n1932-02-03,Truce,Ida Tallow,Envoy,Enough is enough.\n";
    let read = load("raids.csv", mixed.into(), &()).dataset.expect("it is read");
    let kept = [one("Speaker", "Ilse Korhanen"), one("Role", "Minister")].concat();
    assert_eq!(fields(&read, "Raid"), kept);
    assert_eq!(fields(&read, "Truce"), []);
    assert_eq!(read.statements().len(), 1);
    // A table of treaties has no quotations at all.
    let treaties = "Treaty,Signed,In force,Who\nLake Pact,1931-02-03,1932-02-03,Ilse Korhanen\n";
    let loaded = load("pacts.csv", treaties.into(), &());
    assert_eq!(loaded.table.expect("it is a table").mapping.shape, Shape::Treaties);
    let read = loaded.dataset.expect("it is read");
    let treaty = read.treaties().first().expect("it is read");
    let kept: Vec<&str> = treaty.fields.iter().map(|field| &*field.text).collect();
    assert_eq!(kept, ["Ilse Korhanen"]);
}

fn start() -> Window {
    let file = Some(fixture("good-second.json"));
    let mut window = app_with([1440.0, 900.0], Theme::Light, &ScriptedDialogs::default(), file);
    run_until(&mut window, "the file is open", |app| app.session().world.path.is_some());
    window
}

#[test]
fn of_a_pasted_table_the_dialog_says_what_becomes_of_the_column_and_the_details_show_it() {
    let mut window = start();
    window.event(Event::Paste(TABLE.replace(',', "\t")));
    run_until(&mut window, "it is read", |app| {
        app.session().files.table.is_some() || app.session().world.name == "Pasted table"
    });
    if session(&window).files.table.is_none() {
        crate::common::window::choose(&mut window, Action::AskAboutTable);
    }
    let said = "This table gives no quotations. The details show: Who";
    assert!(says(&window, said), "the dialog says it");
    // Said otherwise, there is nothing to say.
    let change = |window: &mut Window, role| {
        let change = FilesCommand::ChangeTable(TableChange::Role(2, role));
        window.state_mut().apply_command(Command::Files(change));
        run_until(window, "it is read again", |app| {
            app.session().files.table.as_ref().is_some_and(|open| !open.is_reading)
        });
        window.run();
    };
    change(&mut window, Role::Ignore);
    assert!(!says(&window, said));
    change(&mut window, Role::Speaker);
    assert!(says(&window, said));
    window.state_mut().apply_command(Command::Files(FilesCommand::OpenTable));
    run_until(&mut window, "it is open", |app| app.session().world.name == "Pasted table");
    let open = dataset(window.state());
    let raid = open.events().iter().position(|event| &*event.title == "Raid on the mill");
    let raid = treaty_timeline::domain::EventId::new(raid.expect("it is there"));
    window.state_mut().apply_command(Command::Selection(SelectionCommand::Select(Selection::Event(raid))));
    window.run();
    assert!(says(&window, "Ilse Korhanen"), "the details show it");
}
