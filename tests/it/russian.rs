//! Whoever chose Russian meets no English in the window: its menus, panels and dialogs, and what it says of each command.

use egui::Theme;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use crate::common::reader::{Reader, desk};
use crate::common::russian::{in_russian_letters, seven_in_russian_letters};
use crate::common::window::{label, session};
use crate::common::{ScriptedDialogs, app_with, run_until, world_of};

use treaty_timeline::diagnostics::QUERY_FIELDS;
use treaty_timeline::domain::{EventId, Moment, PartyId, SourceId, StatementId, TreatyId};
use treaty_timeline::session::{
    Action, Column, Command, CopyFormat, Facet, FilterCommand, LawCommand, OverlayCommand, SearchCommand,
    SelectionCommand, TableChoice, TableKind, TablesCommand, ViewCommand, World,
};
use treaty_timeline::timeline::{Selection, Subject};

fn seven() -> World {
    world_of(&seven_in_russian_letters())
}

#[test]
fn every_action_and_every_dialog_is_in_russian() {
    let mut reader = Reader::of(seven());
    for selection in [Selection::Event(EventId::new(3)), Selection::Treaty(TreatyId::new(1))] {
        for &action in Action::ALL {
            // One ends the window, one its language; the other dataset is not spelt in Russian letters.
            // A new dataset has none of what is selected here: new ones come last.
            let is_new = matches!(action, Action::NewDataset | Action::NewTreaty | Action::NewTopics);
            // What is open is a part of the bundled file: what links to a whole treaty is not in it.
            let is_whole = action == Action::DeleteSelected && matches!(selection, Selection::Treaty(_));
            if is_new || is_whole || matches!(action, Action::Quit | Action::English | Action::OpenBundled) {
                continue;
            }
            let select = Command::Selection(SelectionCommand::Select(selection));
            reader.window.state_mut().apply_command(select);
            reader.act(action);
            if session(&reader.window).overlay.is_some() {
                reader.act(Action::Escape);
            }
        }
    }
    for (dialog, typed) in [
        (Action::GoToDate, "8 декабря 1987"),
        (Action::GoToDate, "1987-12~"),
        (Action::GoToDate, "1987-13"),
        (Action::GoToDate, "29999"),
        (Action::GoToDate, "XXXX-12"),
        (Action::GoToDate, "2000/1999"),
        (Action::StatusDate, "вчера"),
        (Action::StatusDate, "2019-08-02"),
        (Action::Palette, "щщщ"),
        (Action::Palette, "ст"),
    ] {
        reader.act(dialog);
        reader.apply(Command::Overlay(OverlayCommand::SetText(typed.to_owned())));
        reader.apply(Command::Overlay(OverlayCommand::Accept));
        if session(&reader.window).overlay.is_some() {
            reader.act(Action::Escape);
        }
    }
    for action in [Action::NewDataset, Action::NewTreaty, Action::NewTopics] {
        reader.act(action);
        if session(&reader.window).overlay.is_some() {
            reader.act(Action::Escape);
        }
    }
    reader.finish();
}

#[test]
fn the_details_of_whatever_is_selected_are_in_russian() {
    let mut reader = Reader::of(seven());
    let dataset = &session(&reader.window).world.dataset;
    let treaties = (0..dataset.treaties().len()).map(|index| Selection::Treaty(TreatyId::new(index)));
    let events = (0..dataset.events().len()).step_by(4).map(|index| Selection::Event(EventId::new(index)));
    let statements =
        (0..dataset.statements().len()).step_by(3).map(|index| Selection::Statement(StatementId::new(index)));
    let sources =
        (0..dataset.sources().len()).step_by(40).map(|index| Selection::Source(SourceId::new(index)));
    for selection in treaties.chain(events).chain(statements).chain(sources).collect::<Vec<_>>() {
        reader.select(selection);
    }
    for index in 0..4 {
        reader.apply(Command::Selection(SelectionCommand::Toggle(Subject::Event(EventId::new(index)))));
    }
    reader.apply(Command::Selection(SelectionCommand::ClearSeveral));
    reader.select(Selection::Nothing);
    let day = |year| Moment::from_ymd(year, 1, 1).expect("a day");
    reader.apply(Command::Selection(SelectionCommand::SetTimeRange(Some((day(1987), day(2003))))));
    for treaty in [0, 1, 5] {
        reader.apply(Command::View(ViewCommand::ToggleParties(TreatyId::new(treaty))));
    }
    reader.finish();
}

#[test]
fn menus_filters_and_tooltips_are_in_russian() {
    let (_folder, _dialogs, mut reader) = desk(&[]);
    for menu in ["Файл", "Правка", "Вид", "Переход", "Справка", "Экспорт", "Статус на сегодня"]
    {
        reader.open_and_close(menu);
    }
    for submenu in ["Внешний вид", "Language", "Строки", "Статус на дату"] {
        reader.open("Вид");
        reader.open(submenu);
        // The one menu, then the other.
        reader.close();
        reader.close();
    }
    for filter in ["Договоры", "Участники", "Категория", "Статус", "События", "Авторы", "Ещё"]
    {
        reader.open_and_close(filter);
    }
    reader.apply(Command::Filter(FilterCommand::Toggle(Facet::Spoken)));
    reader.open_and_close("Сохранённые фильтры");
    reader.apply(Command::Filter(FilterCommand::Save("Моё".to_owned())));
    reader.open_and_close("Сохранённые фильтры");
    reader.apply(Command::Filter(FilterCommand::DeleteSaved(0)));
    for facet in [Facet::Decade(1990), Facet::Party(PartyId::new(0))] {
        reader.apply(Command::Filter(FilterCommand::Toggle(facet)));
    }
    reader.act(Action::ClearFilter);

    let (lane, mark) = {
        let dataset = &session(&reader.window).world.dataset;
        let name = dataset.treaty(dataset.find_treaty("CTBT").expect("it is there")).name.to_string();
        (format!("{name}, "), format!("{name}: "))
    };
    reader.right_click(&lane);
    reader.right_click(&mark);
    reader.act(Action::CollapseAll);
    reader.act(Action::ExpandAll);

    // A pointer over the plot: marks, bars, clusters, the axis, the overview.
    for y in
        (60_u8..=90).step_by(6).map(|share| f32::from(share) / 100.0 * 900.0).chain([120.0, 300.0, 420.0])
    {
        for x in (260_u16..1_060).step_by(80) {
            reader.window.hover_at(egui::pos2(f32::from(x), y));
            reader.window.run_steps(4);
            reader.look(&format!("the pointer at {x}, {y}"));
        }
    }
    reader.finish();
}

#[test]
fn tables_the_law_and_the_search_are_in_russian() {
    let mut reader = Reader::of(seven());
    for kind in TableKind::ALL {
        let sort = kind.columns().first().map(|&column| (column, true));
        let choice = TableChoice { is_open: true, kind, sort, hidden: vec![Column::Title] };
        reader.apply(Command::Tables(TablesCommand::Choose(choice)));
        if kind != TableKind::Law {
            reader.open_and_close("Столбцы");
        }
        reader.apply(Command::Tables(TablesCommand::MoveBy(1)));
        for format in [CopyFormat::Csv, CopyFormat::Markdown] {
            reader.apply(Command::Tables(TablesCommand::Copy(format)));
        }
    }
    let day = Moment::from_ymd(2019, 3, 1);
    for command in [
        LawCommand::SetDate(day),
        LawCommand::StepYears(-1),
        LawCommand::StepChange(true),
        LawCommand::StepChange(false),
        LawCommand::Play(true),
        LawCommand::PlaybackTick,
        LawCommand::Play(false),
    ] {
        reader.apply(Command::Law(command));
    }
    let cells: Vec<String> = reader.window.query_all_by_role(Role::Button).map(|node| label(&node)).collect();
    let treaty = in_russian_letters("ABM Treaty, US: ");
    for cell in cells.iter().filter(|name| name.starts_with(&treaty)).take(1) {
        reader.window.get_by_label(cell).hover();
        reader.window.run_steps(90);
        reader.look("a cell of the matrix");
    }
    reader.window.remove_cursor();
    // The names of its fields are part of the language of the search.
    reader.expected = QUERY_FIELDS.iter().copied().chain(["suspended"]).collect();
    reader.act(Action::Find);
    for text in ["", "договор", "СТАРТ", "щщщ", "цвет:1", "after:вчера", "!!", "\"СТАРТ", "after:1990 -я"]
    {
        reader.apply(Command::Search(SearchCommand::SetText(text.to_owned())));
    }
    reader.apply(Command::Search(SearchCommand::SetText("СТАРТ".to_owned())));
    for by in [1, 1, -1] {
        reader.apply(Command::Search(SearchCommand::GoTo(by)));
    }
    reader.finish();
}

const LANES: &str = r#"{"events":[{"id":1,"lane":"Рим","start":"1957-03-25","end":null,"label":"День"},
    {"id":2,"lane":"Рим","start":"1960-01-01","end":"1965-01-01","label":"Годы"},
    {"id":3,"lane":"Нил","start":"1961","end":null,"label":"Год"}]}"#;

const FIGURES: &str = r#"{"format":"treaty-timeline/1","title":"Числа",
    "parties":[{"id":"USA","name":"Остров","short":"Ост"},{"id":"XXX","name":"Берег","short":"Бер"}],
    "sources":[{"id":"s","title":"Источник"}],
    "treaties":[{"id":"T","name":"Пакт","category":"Всякое","parties":["USA","XXX"]}],
    "events":[{"id":"e","treaty":"T","type":"signed","title":"Подписан","dates":[{"edtf":"1970-01-01","source":"s"}]}],
    "series":[
      {"id":"us","name":"Запас","unit":"штук","party":"USA","basis":"declared","source":"s",
       "points":[{"edtf":"1970-01-01","value":0},{"edtf":"1980-01-01","value":100}]},
      {"id":"xx","name":"Запас","unit":"штук","party":"XXX","basis":"estimate","source":"s",
       "points":[{"edtf":"1975","value":1000}]},
      {"id":"limit","name":"Предел","unit":"штук","limit_of":"T","basis":"declared","source":"s",
       "points":[{"edtf":"1980-01-01/1989-12-31","value":80}]}]}"#;

#[test]
fn figures_bulk_lanes_and_an_empty_dataset_are_in_russian() {
    let mut reader = Reader::of(world_of(FIGURES));
    reader.act(Action::Charts);
    reader.act(Action::LogScale);
    reader.window.hover_at(egui::pos2(700.0, 780.0));
    reader.window.run_steps(60);
    reader.look("a figure under the pointer");
    reader.finish();

    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("дни.json");
    std::fs::write(&file, LANES).expect("it can be written to");
    let mut window = app_with([1440.0, 900.0], Theme::Light, &ScriptedDialogs::default(), Some(file));
    run_until(&mut window, "the lanes are open", |app| app.session().world.path.is_some());
    let mut reader = Reader::at(window);
    for action in [
        Action::First,
        Action::Next,
        Action::Last,
        Action::AddToSelection,
        Action::SelectVisibleRange,
        Action::Table,
    ] {
        reader.act(action);
    }
    reader.finish();

    let mut reader = Reader::of(world_of(r#"{"format":"treaty-timeline/1","title":"Пусто","treaties":[]}"#));
    for action in [Action::First, Action::Table, Action::Charts, Action::Bookmark] {
        reader.act(action);
    }
    reader.finish();
}
